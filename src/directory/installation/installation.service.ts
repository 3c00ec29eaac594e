import { Injectable } from '@nestjs/common';
import { version } from '../../platform/config/release.js';
import { Database } from '../../platform/database/database.js';
import type { Language } from '../../platform/i18n/message.js';
import type { AboutView, DemoLoginView } from './installation.view.js';

// An account that was blocked or took another password is no log-in any more.
const demoLoginsSql = `
  SELECT a.login, d.password, a.kind, CASE WHEN $1 = 'en' THEN d.label_en ELSE d.label_zh END AS label
  FROM demo_login d JOIN account a ON a.id = d.account_id
  WHERE a.disabled_at IS NULL AND a.password_hash = d.password_hash ORDER BY d.position`;

/** What this installation is. That it is a demo stands in the database, written with the demo region itself. */
@Injectable()
export class Installation {
  constructor(private readonly db: Database) {}

  async about(): Promise<AboutView> {
    const demo = await this.db.rows('SELECT 1 FROM demo_login LIMIT 1');
    return { name: 'Gongji 共济', version, demo: demo.length > 0, languages: ['zh-CN', 'en'] };
  }

  /** The demo region's log-ins that still work; none where anything else is loaded. */
  async demoLogins(language: Language): Promise<DemoLoginView[]> {
    return this.db.rows<DemoLoginView>(demoLoginsSql, [language]);
  }
}

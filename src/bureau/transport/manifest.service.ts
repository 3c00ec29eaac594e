import { Injectable } from '@nestjs/common';
import { maskedName } from '../../labour/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database } from '../../platform/database/database.js';
import type { DocumentModel, DocumentSection } from '../../platform/documents/document-model.js';
import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import { bureauMessages as messages } from '../bureau.messages.js';
import { namesOf } from '../reports/indicator-report.loader.js';
import { clockOf } from './timetable.rules.js';
import { TransportDesk } from './transport-desk.service.js';

interface Passenger {
  readonly nth: number;
  readonly vehicle: string;
  readonly state: 'asked' | 'taken';
  readonly name: string;
  readonly phone: string;
  readonly boards: string;
  readonly boardsAt: number;
  readonly leaves: string;
}

/** Lists of passengers for drivers: names masked, of telephone numbers the last four digits; every look is in the audit log. */
@Injectable()
export class Manifests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly desk: TransportDesk,
  ) {}

  /** The paper of a plan that is known; without buses where it is not, or is called off. NOT_FOUND for any other bureau. */
  async paper(viewer: BureauViewer, planId: string, language: Language): Promise<DocumentModel> {
    const plan = await this.desk.get(viewer, planId);
    const passengers = await this.passengers(planId);
    await this.db.transaction((tx) =>
      this.audit.record(tx, viewer, {
        ...{ action: 'transport.manifest', subjectType: 'transport-plan', subjectId: planId },
        details: { passengers: passengers.length },
      }),
    );
    const say = (message: Message, params?: MessageParams): string => render(message, language, params);
    const ends = await namesOf(this.db, 'region', [plan.originId, plan.destinationId]);
    const nameOf = (regionId: string): string => {
      const end = ends.find(({ id }) => id === regionId);
      return (language === 'en' ? end?.nameEn : end?.nameZh) ?? '';
    };
    const params = { day: plan.day, origin: nameOf(plan.originId), destination: nameOf(plan.destinationId) };
    const buses = groupBy(passengers, ({ nth }) => nth);
    return {
      language,
      title: say(messages.busManifest),
      subtitle: say(plan.direction === 'out' ? messages.busOf : messages.busHomeOf, params),
      datedAt: this.clock.now(),
      footer: { number: `GJ-T-${plan.day.replaceAll('-', '')}-${planId.slice(-6).toUpperCase()}` },
      sections: [
        { blocks: [{ kind: 'paragraph', text: say(messages.busPrivacy) }] },
        ...[...buses.values()].map((of) => busSection(of, say)),
      ],
    };
  }

  private async passengers(planId: string): Promise<Passenger[]> {
    return this.db.rows<Passenger>(
      `SELECT t.nth, t.vehicle, s.state, u.name, right(u.phone, 4) AS phone, b.name AS boards, b.minute AS "boardsAt", l.name AS leaves
       FROM transport_plan x JOIN transport_trip t ON t.plan_id = x.id JOIN transport_seat s ON s.trip_id = t.id
       JOIN placement p ON p.id = s.placement_id AND p.state IN ('planned', 'active')
       JOIN worker_person u ON u.worker_id = s.worker_id JOIN transport_stop b ON b.id = s.boards_at JOIN transport_stop l ON l.id = s.leaves_at
       WHERE x.id = $1 AND x.state = 'published' AND s.state IN ('asked', 'taken') ORDER BY t.nth, b.nth, l.nth, u.name, s.id`,
      [planId],
    );
  }
}

function busSection(
  of: readonly Passenger[],
  say: (message: Message, params?: MessageParams) => string,
): DocumentSection {
  const [first] = of;
  return {
    heading: say(messages.busNth, { nth: first?.nth ?? 0, vehicle: first?.vehicle ?? '' }),
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: say(messages.busTime) },
          { heading: say(messages.busBoards), weight: 2 },
          { heading: say(messages.busName) },
          { heading: say(messages.busPhone), weight: 1.2 },
          { heading: say(messages.busLeaves), weight: 2 },
          { heading: say(messages.busAnswer), weight: 1.2 },
          { heading: say(messages.busHere), weight: 1.2 },
        ],
        rows: of.map(({ state, name, phone, boards, boardsAt, leaves }) => [
          ...[clockOf(boardsAt).at, boards, maskedName(name), phone, leaves],
          ...[say(state === 'taken' ? messages.busTaken : messages.busAsked), '□'],
        ]),
      },
    ],
  };
}

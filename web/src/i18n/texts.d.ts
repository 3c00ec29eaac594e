import type account from '../locales/zh-CN/account.json';
import type alerts from '../locales/zh-CN/alerts.json';
import type agreements from '../locales/zh-CN/agreements.json';
import type placement from '../locales/zh-CN/placement.json';
import type indicators from '../locales/zh-CN/indicators.json';
import type desk from '../locales/zh-CN/desk.json';
import type rules from '../locales/zh-CN/rules.json';
import type voice from '../locales/zh-CN/voice.json';
import type returning from '../locales/zh-CN/returning.json';
import type bureau from '../locales/zh-CN/bureau.json';
import type common from '../locales/zh-CN/common.json';
import type home from '../locales/zh-CN/home.json';
import type host from '../locales/zh-CN/host.json';
import type lender from '../locales/zh-CN/lender.json';
import type attendance from '../locales/zh-CN/attendance.json';
import type gate from '../locales/zh-CN/gate.json';
import type orders from '../locales/zh-CN/orders.json';
import type operator from '../locales/zh-CN/operator.json';
import type notify from '../locales/zh-CN/notify.json';
import type pass from '../locales/zh-CN/pass.json';
import type register from '../locales/zh-CN/register.json';
import type markets from '../locales/zh-CN/markets.json';
import type materials from '../locales/zh-CN/materials.json';
import type capacity from '../locales/zh-CN/capacity.json';
import type matching from '../locales/zh-CN/matching.json';
import type pay from '../locales/zh-CN/pay.json';
import type profile from '../locales/zh-CN/profile.json';
import type sheet from '../locales/zh-CN/sheet.json';
import type settlements from '../locales/zh-CN/settlements.json';
import type verify from '../locales/zh-CN/verify.json';
import type webhooks from '../locales/zh-CN/webhooks.json';
import type weights from '../locales/zh-CN/weights.json';
import type whatIf from '../locales/zh-CN/whatIf.json';
import type work from '../locales/zh-CN/work.json';
import type worker from '../locales/zh-CN/worker.json';

/** Keys are checked against the Chinese texts; a test holds the English ones to the same keys. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      attendance: typeof attendance;
      agreements: typeof agreements;
      alerts: typeof alerts;
      placement: typeof placement;
      desk: typeof desk;
      indicators: typeof indicators;
      rules: typeof rules;
      voice: typeof voice;
      returning: typeof returning;
      bureau: typeof bureau;
      common: typeof common;
      gate: typeof gate;
      home: typeof home;
      host: typeof host;
      lender: typeof lender;
      notify: typeof notify;
      operator: typeof operator;
      orders: typeof orders;
      pass: typeof pass;
      register: typeof register;
      markets: typeof markets;
      materials: typeof materials;
      capacity: typeof capacity;
      matching: typeof matching;
      pay: typeof pay;
      profile: typeof profile;
      sheet: typeof sheet;
      settlements: typeof settlements;
      verify: typeof verify;
      webhooks: typeof webhooks;
      weights: typeof weights;
      whatIf: typeof whatIf;
      work: typeof work;
      worker: typeof worker;
    };
  }
}

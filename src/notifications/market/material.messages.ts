import { defineMessages } from '../../platform/i18n/message.js';

/** Shared materials: from what is found to what is back. No text says how much or at what price, for mail is read by others. */
export const materialTexts = defineMessages({
  materialProposalsAdded: {
    'zh-CN': '您求购或求借的{material}有 {added} 处新的推荐货源。',
    en: '{added} more sources are proposed for your request of {material}.',
  },
  materialRequestExpired: {
    'zh-CN': '您的{material}需求已到期，不再为您找货。',
    en: 'Your request of {material} has expired; nothing is sought for it any more.',
  },
  materialLotExpired: {
    'zh-CN': '您发布的{material}已到期，不再对外提供；已预留的照常交付。',
    en: 'Your lot of {material} has expired and is not on offer any more; what is reserved goes on.',
  },
  materialReserved: {
    'zh-CN': '{receiver} 预留了您的{material}，请安排交付。',
    en: '{receiver} reserved {material} of yours. Please deliver it.',
  },
  materialDeclined: {
    'zh-CN': '{owner} 未同意您预留的{material}。',
    en: '{owner} declined your reservation of {material}.',
  },
  materialReleased: {
    'zh-CN': '{receiver} 放弃了预留的{material}。',
    en: '{receiver} gave up the {material} reserved with you.',
  },
  materialHoldExpired: {
    'zh-CN': '{receiver} 在 {owner} 预留的{material}已过期。',
    en: 'The reservation of {material} by {receiver} with {owner} has expired.',
  },
  materialDelivered: {
    'zh-CN': '{owner} 已交付{material}，请复秤并验收。',
    en: '{owner} delivered {material}. Please weigh and accept it.',
  },
  materialDisputed: {
    'zh-CN': '{receiver} 对收到的{material}的数量或状况有异议，请答复。',
    en: '{receiver} disputes how much {material} came, or its condition. Please answer.',
  },
  materialQuantityOffered: {
    'zh-CN': '{owner} 就有异议的{material}提出了另一数量，请接受或继续提出异议。',
    en: '{owner} offers another figure for the disputed {material}. Please accept it or dispute it again.',
  },
  materialAccepted: { 'zh-CN': '{receiver} 已验收{material}。', en: '{receiver} accepted the {material}.' },
  materialClaimAccepted: {
    'zh-CN': '{owner} 认可了您提出的{material}数量，本次交付已了结。',
    en: '{owner} agreed to your figure for the {material}; the delivery is settled.',
  },
  materialReturnStated: {
    'zh-CN': '{receiver} 称已归还{material}，请过秤并确认。',
    en: '{receiver} says to have brought back {material}. Please weigh and take it.',
  },
  materialReturnAccepted: {
    'zh-CN': '{owner} 已收下您归还的{material}，余量仍待归还。',
    en: '{owner} took back {material} from you; the rest is still due.',
  },
  materialReturnRefused: {
    'zh-CN': '{owner} 未收下您归还的{material}，仍待归还。',
    en: '{owner} did not take back the {material}; it is still due.',
  },
  materialLoanOver: {
    'zh-CN': '{receiver} 向 {owner} 借用的{material}已全部归还或结清。',
    en: 'All {material} that {owner} lent to {receiver} is back or settled.',
  },
  materialShortfallProposed: {
    'zh-CN': '对方就不能归还的{material}提出了折价，请查看并答复。',
    en: 'The other side names a price for {material} that will not come back. Please look and answer.',
  },
  materialDueSoon: {
    'zh-CN': '您向 {owner} 借用的{material}应在 {dueOn} 前归还。',
    en: 'The {material} that {owner} lent you is due back by {dueOn}.',
  },
  materialOverdue: {
    'zh-CN': '您向 {owner} 借用的{material}已逾期（应于 {dueOn} 归还）。',
    en: 'The {material} that {owner} lent you is overdue: it was due back on {dueOn}.',
  },
  materialNotBack: {
    'zh-CN': '{receiver} 借用的{material}逾期未还（应于 {dueOn} 归还）。',
    en: 'The {material} that you lent to {receiver} is not back; it was due on {dueOn}.',
  },
  poolCommitted: {
    'zh-CN': '{organiser} 组织的{material}集采已成交，将统一下单。',
    en: 'The pooled purchase of {material} by {organiser} is committed: it is being bought.',
  },
  poolDissolved: {
    'zh-CN': '{organiser} 组织的{material}集采未达起订量，已解散，任何一方都无须付款。',
    en: 'The pooled purchase of {material} by {organiser} stayed below its threshold and is dissolved; nobody owes anything.',
  },
  poolArrived: {
    'zh-CN': '{organiser} 组织集采的{material}已到货并分摊，请查看您的份额和费用。',
    en: 'The {material} bought together by {organiser} has arrived and is shared out. See your share and its cost.',
  },
});

export const materialSubjects = defineMessages({
  materialProposalsAdded: { 'zh-CN': '新增推荐货源', en: 'More sources of material are proposed' },
  materialRequestExpired: { 'zh-CN': '原料需求已到期', en: 'A request of material has expired' },
  materialLotExpired: { 'zh-CN': '发布的原料已到期', en: 'A lot of material has expired' },
  materialReserved: { 'zh-CN': '您的原料被预留', en: 'Material of yours is reserved' },
  materialDeclined: { 'zh-CN': '原料预留未获同意', en: 'A reservation of material was declined' },
  materialReleased: { 'zh-CN': '对方放弃了原料预留', en: 'A reservation of material was given up' },
  materialHoldExpired: { 'zh-CN': '原料预留已过期', en: 'A reservation of material has expired' },
  materialDelivered: { 'zh-CN': '原料已交付，请验收', en: 'Material was delivered; please accept it' },
  materialDisputed: { 'zh-CN': '对方对交付的原料有异议', en: 'A delivery of material is disputed' },
  materialQuantityOffered: { 'zh-CN': '请答复原料数量的异议', en: 'Another figure is offered for material' },
  materialAccepted: { 'zh-CN': '原料已验收', en: 'Material was accepted' },
  materialClaimAccepted: { 'zh-CN': '原料数量的异议已了结', en: 'Your figure for material was agreed to' },
  materialReturnStated: { 'zh-CN': '请确认归还的原料', en: 'Material is brought back; please take it' },
  materialReturnAccepted: { 'zh-CN': '归还的原料已收下', en: 'A return of material was taken' },
  materialReturnRefused: { 'zh-CN': '归还的原料未被收下', en: 'A return of material was refused' },
  materialLoanOver: { 'zh-CN': '原料借用已了结', en: 'A loan of material is over' },
  materialShortfallProposed: { 'zh-CN': '请答复原料折价', en: 'A price is named for material that will not come back' },
  materialDueSoon: { 'zh-CN': '借用的原料即将到期', en: 'Borrowed material is due soon' },
  materialOverdue: { 'zh-CN': '借用的原料已逾期', en: 'Borrowed material is overdue' },
  materialNotBack: { 'zh-CN': '借出的原料逾期未还', en: 'Material that you lent is overdue' },
  poolCommitted: { 'zh-CN': '集采已成交', en: 'A pooled purchase is committed' },
  poolDissolved: { 'zh-CN': '集采已解散', en: 'A pooled purchase is dissolved' },
  poolArrived: { 'zh-CN': '集采已到货', en: 'A pooled purchase has arrived' },
});

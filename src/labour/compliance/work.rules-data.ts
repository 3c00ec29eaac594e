import { both, circular98, clauses, rule, statute } from './clause.js';

/** R13 to R28: the work itself, how it ends, and lending that is none. */
export const workRules = [
  rule(
    'R13',
    'statute',
    'enforced',
    both(
      '工伤由原单位承担责任，协议须约定两企业间的补偿办法',
      'The lender answers for a work injury; the agreement says how the host compensates it',
    ),
    clauses(statute.injury(43), circular98),
  ),
  rule(
    'R14',
    'statute',
    'flagged',
    both(
      '原单位须在事故发生之日起30日内申请工伤认定；员工、近亲属、工会可在1年内申请',
      'The lender files for an injury within 30 days of the accident; the worker, family or union within one year',
    ),
    statute.injury(17),
  ),
  rule(
    'R15',
    'statute',
    'flagged',
    both(
      '用工企业合理安排工时和任务，保障休息休假、安全条件和劳动防护用品',
      'The host sets reasonable hours and loads and gives rest, leave, safe conditions and protective equipment',
    ),
    clauses(statute.labour(54), circular98),
  ),
  rule(
    'R16',
    'statute',
    'enforced',
    both(
      '加班一般每日不超过1小时，特殊情况不超过3小时，每月不超过36小时，每周至少休息1日',
      'Overtime is normally 1 hour a day, at most 3, at most 36 a month, with one rest day a week',
    ),
    clauses(
      statute.labour(36, 38, 41),
      both('两企业合并计算为推定', 'that both enterprises’ hours are summed is inferred'),
    ),
  ),
  rule(
    'R17',
    'statute',
    'enforced',
    both(
      '加班工资：延时不低于150%，休息日200%，法定休假日300%',
      'Overtime is paid at least 150%, rest days 200%, public holidays 300%',
    ),
    statute.labour(44),
  ),
  rule(
    'R18',
    'statute',
    'enforced',
    both('工资不低于当地最低工资标准', 'Pay is not below the local minimum wage'),
    statute.labour(48),
  ),
  rule(
    'R19',
    'circular',
    'enforced',
    both(
      '用工企业不履行劳动保护等义务的，员工可立即返回，原单位不得拒绝',
      'Where the host breaks its protection duties the worker returns at once, and the lender cannot refuse',
    ),
    circular98,
  ),
  rule(
    'R20',
    'circular',
    'enforced',
    both(
      '员工不适应新岗位的，经三方协商一致可以返回',
      'A worker who does not suit the post returns when all three agree',
    ),
    circular98,
  ),
  rule(
    'R21',
    'circular',
    'enforced',
    both(
      '用工企业只能因严重违规、不能胜任或协议约定的情形退回员工，并须提供依据',
      'The host sends a worker back only for serious breach, incompetence or an agreed case, with evidence',
    ),
    circular98,
  ),
  rule(
    'R22',
    'circular',
    'enforced',
    both(
      '期满返回，原单位须安排岗位；延期须三方同意并变更合同和协议',
      'At its end the worker goes back and the lender places them; an extension needs three consents and amended papers',
    ),
    circular98,
  ),
  rule(
    'R23',
    'statute',
    'enforced',
    both(
      '与原单位的劳动合同未解除或终止前，用工企业不得直接招用',
      'The host hires the worker itself only after the contract with the lender has ended',
    ),
    clauses(statute.labourContract(50, 91), circular98),
  ),
  rule(
    'R24',
    'circular',
    'enforced',
    both(
      '原单位破产或劳动合同终止的，借出当日停止；继续用工须另订劳动合同',
      'When the lender is lost or its contract ends, the loan stops that day; going on means a new contract',
    ),
    clauses(
      circular98,
      both('专家解读（引人社部函〔2020〕62号案例7）', 'experts’ reading (citing 人社部函〔2020〕62号, case 7)'),
    ),
  ),
  rule(
    'R25',
    'circular',
    'flagged',
    both(
      '不得诱导员工注册为个体工商户；工资付给本人账户',
      'Nobody induces a worker to register as a sole proprietor; pay goes to the worker’s own account',
    ),
    both('人社部2020年7月新闻通气会', 'Ministry briefing of July 2020'),
  ),
  rule(
    'R26',
    'inference',
    'flagged',
    both('筛查以共享用工之名行劳务派遣之实', 'Lending that hides dispatch is screened for'),
    clauses(statute.labourContract(92), both('筛查指标为本产品推定', 'the signals are inferred')),
  ),
  rule(
    'R27',
    'inference',
    'flagged',
    both('实际指挥劳动的各方都须记入交易', 'Every party that directs the work is on record'),
    both('由(2023)沪02民终7863号判决推定', 'Inferred from judgment (2023)沪02民终7863号'),
  ),
  rule(
    'R28',
    'inference',
    'flagged',
    both(
      '协议没有约定的事项，用工企业可能被判承担连带责任',
      'Where the agreement is silent, a court may hold the host jointly liable',
    ),
    both('由北京法院公布的案例推定', 'Inferred from a case that Beijing courts published'),
  ),
];

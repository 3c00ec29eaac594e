import { both, circular98, clauses, rule, statute } from './clause.js';

/** R1 to R12: who may be lent, on what terms, and the money. */
export const loanRules = [
  rule(
    'R1',
    'circular',
    'enforced',
    both(
      '借出期间每一天都须有原单位与员工之间有效的劳动合同，劳动关系不转移',
      'A loan needs a labour contract between lender and worker on every day; the labour relation does not move',
    ),
    circular98,
  ),
  rule(
    'R2',
    'circular',
    'enforced',
    both('借出期限不得超过劳动合同剩余期限', 'A loan ends no later than the labour contract'),
    clauses(
      circular98,
      both('无固定期限合同不受此限，为本产品推定', 'that an open-ended contract sets no limit is inferred'),
    ),
  ),
  rule(
    'R3',
    'circular',
    'enforced',
    both('被派遣到原单位的劳动者不得再借出', 'A worker who is dispatched to the lender cannot be lent'),
    circular98,
  ),
  rule(
    'R4',
    'inference',
    'enforced',
    both('用工企业不得将借入的员工再转借', 'The host cannot lend on a worker it has borrowed'),
    clauses(circular98, both('由劳动关系不转移推定', 'inferred from the labour relation not moving')),
  ),
  rule(
    'R5',
    'circular',
    'enforced',
    both(
      '先征得员工本人同意再告知姓名；拒绝不影响评价和工作',
      'The worker consents before being named; a refusal has no effect on rating or job',
    ),
    clauses(
      circular98,
      both('拒绝不受不利影响，参照法国规则采用', 'that a refusal has no effect is adopted after the French rule'),
    ),
  ),
  rule(
    'R6',
    'statute',
    'enforced',
    both(
      '同意之前须如实告知工作内容、条件、地点、职业危害、安全状况、报酬和规章',
      'Before consent the worker is told job, conditions, place, hazards, safety, pay and rules',
    ),
    clauses(statute.labourContract(8), circular98),
  ),
  rule(
    'R7',
    'statute',
    'enforced',
    both(
      '原单位与员工书面变更劳动合同的地点、岗位、工时、休假、报酬和条件',
      'Lender and worker amend the labour contract in writing: place, post, hours, leave, pay, conditions',
    ),
    clauses(statute.labourContract(35), circular98),
  ),
  rule(
    'R8',
    'inference',
    'enforced',
    both('合作协议的必备条款不得空缺', 'An agreement cannot be signed with a mandatory clause empty'),
    clauses(
      circular98,
      both(
        '通知所列条款为“可以”约定，定为必备是本产品的选择',
        'the circular says the clauses may be agreed; making them mandatory is our choice',
      ),
    ),
  ),
  rule(
    'R9',
    'circular',
    'enforced',
    both(
      '原单位不得以营利为目的借出员工：只能收取工资、社保和约定的实报费用',
      'Nobody profits from lending: wages, employer contributions and agreed reimbursements only',
    ),
    circular98,
  ),
  rule(
    'R10',
    'circular',
    'enforced',
    both(
      '原单位收到的劳动报酬须足额付给员工',
      'The worker is paid no less than the labour pay that the lender received',
    ),
    circular98,
  ),
  rule(
    'R11',
    'statute',
    'flagged',
    both(
      '用工企业按时结算；即使其拖欠，原单位也须按约定日期发放工资',
      'The host settles on time; the lender pays the worker on the contract day even if the host is late',
    ),
    clauses(
      statute.labourContract(30),
      circular98,
      both('用工企业拖欠时仍须发放，为推定', 'that the lender pays even then is inferred'),
    ),
  ),
  rule(
    'R12',
    'circular',
    'flagged',
    both('原单位继续为员工缴纳社会保险', 'The lender keeps paying social insurance'),
    circular98,
  ),
];

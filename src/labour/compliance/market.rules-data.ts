import { both, clauses, rule, statute } from './clause.js';

/** R29 to R37: the market, its records, the operator and the bureau. */
export const marketRules = [
  rule(
    'R29',
    'statute',
    'enforced',
    both(
      '招聘信息真实合法，不含民族、种族、性别、宗教信仰等歧视内容',
      'Posts are true and lawful, without conditions of ethnicity, race, sex or religion',
    ),
    statute.market(24),
  ),
  rule(
    'R30',
    'statute',
    'enforced',
    both('发布前核验营业执照、经办人身份和委托书', 'Licence, handler and authority are verified before the first post'),
    statute.market(26),
  ),
  rule(
    'R31',
    'statute',
    'duty',
    both('建立信息发布审查和投诉处理制度', 'Posts are reviewed, and there is a way to complain'),
    statute.market(29),
  ),
  rule(
    'R32',
    'statute',
    'duty',
    both(
      '服务台账保存不少于2年，工资台账不少于3年；工资通过银行以货币支付给本人',
      'Service records are kept 2 years, wage records 3; pay is money, by bank, to the worker',
    ),
    clauses(statute.market(33), statute.wages(11, 15)),
  ),
  rule(
    'R33',
    'statute',
    'duty',
    both(
      '公共服务免费；经营性服务须有许可证并公示；账号实名核验',
      'Public service is free; a for-profit operator shows its licence; accounts are real-name checked',
    ),
    clauses(statute.market(15, 18, 32), both('《网络招聘服务管理规定》', 'Provisions on Online Recruitment Services')),
  ),
  rule(
    'R34',
    'statute',
    'duty',
    both(
      '使用未依法取得许可的派遣，拖欠工资由用工单位清偿',
      'Who uses unlicensed dispatch pays the wages that are owed',
    ),
    statute.wages(18),
  ),
  rule(
    'R35',
    'statute',
    'enforced',
    both(
      '电子协议须可靠签名：专有控制、改动可被发现，员工可免费查看和下载',
      'Electronic papers carry reliable signatures: sole control, any change detectable; the worker reads and downloads free',
    ),
    clauses(
      statute.signature(13, 14),
      both('《电子劳动合同订立指引》（据解读）', 'Guide to Electronic Labour Contracts (from summaries)'),
    ),
  ),
  rule(
    'R36',
    'statute',
    'flagged',
    both(
      '裁减20人以上或10%以上须提前30日说明并报告；可改为共享用工',
      'Cutting 20 people or 10% takes 30 days’ notice and a report; lending is the alternative',
    ),
    clauses(statute.labourContract(41), both('提示改为共享用工是本产品的做法', 'pointing to lending is our idea')),
  ),
  rule(
    'R37',
    'unverified',
    'duty',
    both(
      '人社部门收集并免费发布供求信息，组织对接，提供法律咨询，查处虚假共享',
      'The bureau takes in and publishes supply and demand free, holds matching events, advises, inspects fake lending',
    ),
    both(
      '新人社发〔2020〕41号（开头部分）；其余未核实',
      'Circular 新人社发〔2020〕41号 (its opening part); the rest is unverified',
    ),
  ),
];

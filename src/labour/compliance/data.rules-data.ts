import { both, clauses, rule, statute } from './clause.js';

const { personalData } = statute;

/** R38 to R48: personal data. */
export const dataRules = [
  rule(
    'R38',
    'statute',
    'enforced',
    both(
      '向用工企业提供员工信息须告知接收方、目的、方式、种类并取得单独同意',
      'Before a worker’s data goes to the host, recipient, purpose, way and kinds are told and separately consented to',
    ),
    personalData(23),
  ),
  rule(
    'R39',
    'statute',
    'duty',
    both(
      '敏感个人信息须有必要性、告知影响并取得单独同意',
      'Sensitive data needs necessity, a word on its effects, and separate consent',
    ),
    personalData(28, 29, 30),
  ),
  rule(
    'R40',
    'inference',
    'enforced',
    both(
      '人力资源管理所需的例外不当然适用于用工企业',
      'The exemption for managing one’s own staff does not reach the host',
    ),
    clauses(personalData(13), both('不适用于用工企业为推定', 'that it does not reach the host is inferred')),
  ),
  rule(
    'R41',
    'statute',
    'enforced',
    both(
      '撤回同意与同意一样方便，不得因此拒绝无关服务',
      'Consent is withdrawn as easily as given, and no other service is refused for it',
    ),
    personalData(15, 16),
  ),
  rule(
    'R42',
    'statute',
    'enforced',
    both(
      '最小范围：同意前只见汇总，同意后证件号仍隐去',
      'Smallest scope: totals before consent, and ID numbers stay masked after it',
    ),
    clauses(personalData(6), both('具体范围为本产品选择', 'what is shown when is our choice')),
  ),
  rule(
    'R43',
    'statute',
    'duty',
    both(
      '处理敏感信息、自动化决策、向他人提供前做影响评估，记录保存3年以上',
      'An impact assessment precedes sensitive use, automated decisions and sharing, and is kept 3 years',
    ),
    personalData(55, 56),
  ),
  rule(
    'R44',
    'statute',
    'flagged',
    both(
      '匹配可解释、可请人工复核，不得在价格上不合理差别对待',
      'Matching is explainable and open to human review, with no unreasonable difference in price',
    ),
    personalData(24),
  ),
  rule(
    'R45',
    'statute',
    'duty',
    both(
      '目的实现或同意撤回后删除；法定保存期内只存储',
      'Data is deleted when its purpose ends or consent is withdrawn; within a legal term it is only stored',
    ),
    personalData(47),
  ),
  rule(
    'R46',
    'statute',
    'duty',
    both('分级授权、加密、泄露告知', 'Roles are limited, data is encrypted, breaches are told'),
    personalData(51, 57),
  ),
  rule(
    'R47',
    'unverified',
    'duty',
    both(
      '人脸打卡不得是唯一方式；须单独同意、本地存储、事前评估',
      'Face clock-in is never the only way; separate consent, local storage, assessment first',
    ),
    both(
      '《人脸识别技术应用安全管理办法》（2025年6月1日起施行；所读文本有缺损）',
      'Measures on the Security of Facial Recognition (in force 1 June 2025; the copy read was damaged)',
    ),
  ),
  rule(
    'R48',
    'inference',
    'duty',
    both('位置只在打卡时采集', 'Location is taken at clock events only'),
    both('由最小必要原则推定', 'Inferred from the principle of the smallest scope'),
  ),
];

// What other offices call our columns in their own tables, and headings of our files that are not read back.

export const PLAN_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  // 序号 is counted anew in every table, so it is nobody's number.
  number: ['编号', '计划编号', '项目代号'],
  name: ['名称', '项目', '服务项目', '购买服务项目', '购买项目名称', '服务项目名称', '购买内容名称'],
  buyerId: ['购买主体名称', '单位', '单位名称', '填报单位', '采购单位', '购买单位', '预算单位', '部门'],
  catalogueCode: ['目录代码', '指导性目录', '目录编码', '购买服务目录', '三级目录', '对应目录', '服务目录'],
  procurementCode: ['品目', '品目编码', '采购品目', '政府采购品目编码', '采购目录'],
  content: ['内容', '服务内容及要求', '购买内容', '购买服务内容', '服务内容与标准', '项目内容'],
  quantity: ['购买数量', '服务数量', '工作量', '数额'],
  unit: ['单位', '数量单位', '计价单位'],
  unitPrice: ['单价', '服务单价', '预算单价'],
  costBasis: ['测算说明', '资金测算依据', '预算依据'],
  startsOn: ['开始时间', '起始日期', '服务开始时间', '实施开始日期'],
  endsOn: ['结束时间', '终止日期', '完成时间', '服务结束时间', '截止日期'],
  place: ['地点', '服务地点', '实施区域'],
  'recipients.group': ['服务人群', '受益对象', '受益群体', '服务对象名称'],
  'recipients.count': ['人数', '受益人数', '服务对象人数', '服务对象数量', '受益人次'],
  'recipients.area': ['覆盖范围', '服务区域', '受益范围'],
  'funds.0.source': ['资金来源', '经费来源', '资金性质'],
  'funds.0.amount': ['预算金额', '预算资金', '资金', '金额', '总金额', '预算数', '财政资金', '购买金额'],
  budgetProject: ['预算项目', '项目预算名称'],
  budgetCode: ['预算编码', '项目编码', '预算项目代码'],
  functionCode: ['功能科目', '功能分类', '支出功能分类', '功能分类科目编码'],
  economicCode: ['经济科目', '经济分类', '支出经济分类', '经济分类科目编码'],
  method: ['采购方式', '购买方式', '拟采用的采购方式', '采购组织形式'],
  providerTypes: ['承接主体', '承接主体类别', '拟承接主体'],
  'duty.document': ['政策依据', '依据', '文件依据', '依据文件'],
  'need.source': ['需求依据'],
  smeReserved: ['中小企业预留', '预留中小企业份额', '中小企业预留金额'],
};

/** The column that is added to rows which could not be imported. */
export const REASON_TITLE = '原因';
/** Written by the plan's export beside the columns of the plan. */
export const EXPORT_ONLY = { standing: '状态', approved: '审定金额（元）' } as const;

export const UNREAD_HEADINGS: readonly string[] = [REASON_TITLE, ...Object.values(EXPORT_ONLY)];

// The guiding catalogue 指导性目录: categories and items word for word, with search, the exclusions and the document itself.

import { Alert, Descriptions, Input, Tabs, Tree } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import { catalogueInForce, type PublishedCatalogue } from '#shared/policy/catalogue';
import { findProcurementCode } from '#shared/policy/procurement-codes';
import { type CatalogueEntry, indexCatalogue, searchCatalogue } from '../../ui/catalogue-search';
import { useWorkplace } from '../../bridge/station';
import { markVisited } from '../../bridge/visited';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { ClauseButton } from '../../ui/clause-button';
import { EmptyState } from '../../ui/empty-state';
import { Page, Panel } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { CATALOGUE_EXPORT } from './export';
import { ExclusionList } from './exclusion-list';
import './catalogue.css';

export default function CataloguePage() {
  const today = todayInShanghai(new Date());
  const { station } = useWorkplace();
  useEffect(() => { markVisited(station.stationId, 'catalogue'); }, [station.stationId]);
  const catalogue = catalogueInForce(today);
  // Which item or list the search over everything asks for.
  const [asked] = useSearchParams();
  if (catalogue === null) {
    return (
      <Page title="指导性目录">
        <EmptyState what="今天没有生效的目录。" why="目录由上级下发，随数据包送来。" action={{ label: '接收数据包', to: '/exchange/receive' }} />
      </Page>
    );
  }
  return (
    <Page
      title="指导性目录"
      intro={`${catalogue.title}（${catalogue.documentNumber}），自 ${catalogue.effectiveFrom} 起施行`}
      actions={<ExportButton title="指导性目录" creator={station.name} columns={CATALOGUE_EXPORT} rows={() => inBatches(indexCatalogue(catalogue))} />}
    >
      <Tabs
        key={asked.toString()}
        defaultActiveKey={asked.get('tab') ?? 'items'}
        items={[
          { key: 'items', label: '目录', children: <CatalogueBrowser catalogue={catalogue} asked={asked.get('item')} /> },
          { key: 'exclusions', label: '不得购买的事项', children: <ExclusionList date={today} /> },
        ]}
      />
    </Page>
  );
}

function CatalogueBrowser({ catalogue, asked }: { readonly catalogue: PublishedCatalogue; readonly asked: string | null }) {
  const [query, setQuery] = useState(asked ?? '');
  const [selected, setSelected] = useState(asked);
  const entries = useMemo(() => indexCatalogue(catalogue), [catalogue]);
  const found = useMemo(() => searchCatalogue(entries, query), [entries, query]);
  const chosen = entries.find((entry) => entry.item.code === selected) ?? null;

  const branches = catalogue.categories
    .map((category) => ({ category, entries: found.filter((entry) => entry.category.code === category.code) }))
    .filter((branch) => branch.entries.length > 0);

  return (
    <div className="catalogue">
      <Panel>
        <Input.Search
          aria-label="查找目录"
          placeholder="汉字、拼音、首字母或代码，如养老、yanglao、ylfw、1.07"
          allowClear
          value={query}
          onChange={(event) => { setQuery(event.target.value); }}
        />
        <p className="soft" role="status">
          共 {catalogue.categories.length} 类，查到 {found.length} 项
        </p>
        {branches.length === 0 ? (
          <EmptyState what={`目录中没有查到“${query}”。`} why="可以换一个词，或用拼音首字母再查。" action={{ label: '清空查找', onClick: () => { setQuery(''); } }} />
        ) : (
          <Tree
            key={query === '' ? 'all' : 'found'}
            defaultExpandAll
            blockNode
            selectedKeys={selected === null ? [] : [selected]}
            onSelect={(keys) => {
              const key = keys[0];
              if (typeof key === 'string' && key.includes('.')) setSelected(key);
            }}
            treeData={branches.map(({ category, entries: items }) => ({
              key: category.code,
              title: `${category.code}　${category.name}（${String(items.length)} 项）`,
              selectable: false,
              children: items.map(({ item }) => ({
                key: item.code,
                title: (
                  <span>
                    <span className="catalogue-code">{item.code}</span>
                    {item.name} {item.warning !== null && <Tag tone="warn">须复核</Tag>}
                  </span>
                ),
              })),
            }))}
          />
        )}
      </Panel>
      <Panel title="目录项说明">{chosen === null ? <EmptyState what="还没有选择目录项。" why="在左边点一项，这里显示它的说明和条文。" /> : <EntryDetail entry={chosen} />}</Panel>
    </div>
  );
}

function EntryDetail({ entry }: { readonly entry: CatalogueEntry }) {
  const { category, item } = entry;
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'code', label: '代码', children: item.code },
          { key: 'name', label: '名称', children: item.name },
          { key: 'category', label: '类别', children: `${category.code}　${category.name}` },
          {
            key: 'procurement',
            label: '建议品目',
            children:
              item.suggestedProcurementCodes.length === 0
                ? '无'
                : item.suggestedProcurementCodes.map((code) => `${code} ${findProcurementCode(code)?.name ?? ''}`).join('；'),
          },
          { key: 'clause', label: '条文', children: <ClauseButton clause={category.clause} /> },
        ]}
      />
      {item.warning !== null && <Alert type="warning" showIcon title={item.warning} />}
      <blockquote className="catalogue-raw">{category.raw}</blockquote>
    </>
  );
}

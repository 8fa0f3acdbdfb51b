// Submitted items across buyers: filter and search, choose one or many, decide many at once.

import { Button, Flex, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { useKeyPage } from '../../data/paging';
import { readTotals, readYears } from '../../data/tallies';
import { ExportButton } from '../../excel/export-button';
import { currentPlanYear } from '../../text/plan-year';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { DraftList } from '../../ui/draft-list';
import { KeyedGrid } from '../../ui/keyed-grid';
import { Page } from '../../ui/page';
import { FilterNote, useClearFilter, useRouteFilter } from '../../ui/route-filter';
import { SearchBox } from '../../ui/search-box';
import { useRouteYear, YearSelect } from '../../ui/year-select';
import { BulkDecideDialog } from './bulk-decide-dialog';
import { dropRuling } from './commands';
import { readReviewExport, REVIEW_EXPORT } from './export';
import { readReviewKeys, readReviewRows, type ReviewFilter, type ReviewRow } from './queries';
import { reviewColumns } from './review-columns';
import { draftOfItems, readRulingDrafts, type RulingDraft } from './ruling-reads';
import { useChoice } from './use-choice';
import { FILTERS, useReviewView } from './use-review-view';

const NO_DRAFTS: readonly RulingDraft[] = [];

export function ReviewList() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [year, setYear] = useRouteYear(currentPlanYear(Date.now()));
  const [{ filter, text }, setView] = useReviewView();
  const { category } = useRouteFilter();
  const [deciding, setDeciding] = useState(false);
  const [notFound, setNotFound] = useState<Failure | null>(null);
  const [notRemoved, setNotRemoved] = useState<Failure | null>(null);

  const years = useLive(readYears, []);
  const totals = useLive(() => readTotals(year), [year]);
  const drafts = useLive(readRulingDrafts, []) ?? NO_DRAFTS;
  const readKeys = async (limit: number) => {
    const read = await readReviewKeys({ year, filter, text, category }, limit);
    setNotFound(read.ok ? null : read.error);
    return read.ok ? read.value : [];
  };
  const page = useKeyPage<ReviewRow>({ readKeys, readShown: readReviewRows }, [year, filter, text, category]);
  const { keys, whole } = page;

  const { chosen, settled, clear, ticks } = useChoice(keys, whole);
  const columns = useMemo(() => {
    const begun = draftOfItems(drafts);
    return reviewColumns((id) => begun.has(id));
  }, [drafts]);
  const remove = async (id: RecordId) => {
    const dropped = await dropRuling(id);
    setNotRemoved(dropped.ok ? null : dropped.error);
  };

  return (
    <Page
      title="计划审定"
      intro={
        totals === undefined
          ? ' '
          : `${String(year)} 年度收到 ${String(totals.plan.items)} 项，申报 ${formatYuan(totals.plan.amountFen)}\u00a0元；待审定 ${String(totals.plan.pending)} 项，已审定 ${formatYuan(totals.plan.approvedFen)}\u00a0元`
      }
      actions={
        <>
          <Segmented<ReviewFilter>
            aria-label="筛选"
            value={filter}
            onChange={(next) => {
              clear();
              setView({ filter: next });
            }}
            options={[...FILTERS]}
          />
          <YearSelect
            value={year}
            years={years ?? []}
            onChange={(next) => {
              clear();
              setYear(next);
            }}
          />
          <ExportButton
            title={`${String(year)} 年度计划审定`}
            creator={station.name}
            columns={REVIEW_EXPORT}
            disabled={keys?.length === 0}
            rows={() => readReviewExport({ year, filter, text, category })}
          />
          <Button disabled={totals === undefined || totals.plan.items === 0} onClick={() => void navigate(`/print/decisions?year=${String(year)}`)}>
            打印审定表
          </Button>
        </>
      }
    >
      <FailureNotice failure={notFound} />
      <FailureNotice failure={notRemoved} onClose={() => { setNotRemoved(null); }} />
      <FilterNote />
      <DraftList
        title="未作出的审定"
        drafts={drafts.map(({ id, at, typed }) => ({ id, at, title: `${typed.number}　${typed.name}`, to: `/review/${typed.planItemId}` }))}
        onRemove={(id) => void remove(id)}
      />
      <Flex gap="small" align="center">
        <SearchBox label="查找项目" placeholder="编号、名称或首字母" text={text} onSearch={(next) => { setView({ text: next }); }} />
        <Button type="primary" disabled={chosen.length === 0 || !settled} onClick={() => { setDeciding(true); }}>
          批量审定{chosen.length > 0 && `（${String(chosen.length)}）`}
        </Button>
        <span className="soft">双击或按 Enter 打开；按空格键勾选，可一次审定多项。</span>
      </Flex>
      <KeyedGrid
        label="送审项目"
        columns={columns}
        page={page}
        ticks={ticks}
        onOpen={(id) => void navigate(`/review/${id}`)}
        empty={notFound === null ? <NothingHere filter={filter} text={text} narrowed={category !== null} received={totals?.plan.items ?? 0} setView={setView} /> : ''}
      />
      <BulkDecideDialog
        open={deciding}
        ids={chosen}
        onClose={(decided) => {
          setDeciding(false);
          if (decided) clear();
        }}
      />
    </Page>
  );
}

interface NothingHereProps {
  readonly filter: ReviewFilter;
  readonly text: string;
  /** To one category. */
  readonly narrowed: boolean;
  /** Projects of the year, whatever is looked for. */
  readonly received: number;
  readonly setView: (next: { readonly filter?: ReviewFilter; readonly text?: string }) => void;
}

const NONE: Readonly<Record<ReviewFilter, string>> = {
  pending: '没有待审定的项目。',
  decided: '没有已批复的项目。',
  approved: '没有同意或核减的项目。',
  returned: '没有退回的项目。',
  refused: '没有不予同意的项目。',
  all: '没有项目。',
};

function NothingHere({ filter, text, narrowed, received, setView }: NothingHereProps) {
  const clear = useClearFilter();
  if (text !== '') {
    return (
      <EmptyState
        what={`没有查到“${text}”。`}
        why="可以换一个词，或用首字母再查。"
        action={{ label: '清空查找', onClick: () => { setView({ text: '' }); } }}
      />
    );
  }
  if (received === 0) {
    return (
      <EmptyState
        what="这个年度还没有收到计划。"
        why="接收下级单位的数据包后，项目会出现在这里。"
        action={{ label: '接收数据包', to: '/exchange/receive' }}
      />
    );
  }
  if (narrowed) return <EmptyState what={`这一类${NONE[filter]}`} action={{ label: '全部显示', onClick: clear }} />;
  return (
    <EmptyState
      what={NONE[filter]}
      action={{ label: '查看全部项目', onClick: () => { setView({ filter: 'all' }); } }}
    />
  );
}

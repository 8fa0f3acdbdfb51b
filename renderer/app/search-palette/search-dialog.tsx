// The search over everything: one box, hits by kind under it, opened with Enter. The keyboard never leaves the box.

import { type CompositionEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { COUNTED_HITS } from '../../data/port';
import { FailureNotice } from '../../ui/failure-notice';
import { StandingTag } from '../../ui/standing-tag';
import type { Area } from '../routes';
import { readRecent } from './recent';
import { type FoundGroup, type FoundView, readViews, type RecordRef } from './record-view';
import { setSearchOpen } from './search-open';
import { findPlaces, placesOf } from './standing-places';
import { useFound } from './use-found';
import './search-dialog.css';

const GROUPS: readonly { readonly group: FoundGroup; readonly title: string }[] = [
  { group: 'plan', title: '年度计划' },
  { group: 'contract', title: '合同' },
  { group: 'acceptance', title: '验收' },
  { group: 'decision', title: '审定' },
  { group: 'buyer', title: '购买主体' },
  { group: 'office', title: '往来单位' },
  { group: 'bundle', title: '数据包' },
  { group: 'catalogue', title: '指导性目录' },
  { group: 'exclusion', title: '不得购买的事项' },
  { group: 'screen', title: '页面' },
];
/** Of one kind, so that the next kind stays in sight. */
const MOST_OF_GROUP = 8;
const NOTHING: readonly FoundView[] = [];

interface Section {
  readonly key: string;
  readonly title: string;
  readonly views: readonly FoundView[];
}

export default function SearchDialog({ areas }: { readonly areas: readonly Area[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  /** What is looked for: what is typed, but for what an input method is still composing. */
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { sections, status, failure } = useSections(text.trim(), areas);
  const options = sections.flatMap(({ views }) => views);
  const at = Math.min(active, options.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, sections]);

  const look = (next: string) => {
    setText(next);
    setActive(0);
  };
  const open = (view: FoundView | undefined) => {
    if (view === undefined) return;
    dialog.current?.close();
    void navigate(view.to);
  };
  const onKey = (event: KeyboardEvent) => {
    // The input method's own keys.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(options[at]);
    else {
      const target = targetOf(event.key, at, options.length);
      if (target === null) return;
      setActive(target);
    }
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} className="search-dialog" aria-label="查找" onClose={() => { setSearchOpen(false); }} onClick={(event) => { if (event.target === dialog.current) dialog.current?.close(); }}>
      <div className="search-frame">
        <input
          className="search-input"
          role="combobox"
          aria-label="查找全部记录"
          aria-expanded={options.length > 0}
          aria-controls="search-list"
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? optionId(at) : undefined}
          placeholder="汉字、拼音、首字母、编号或金额"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={({ target, nativeEvent }) => {
            setTyped(target.value);
            if (!(nativeEvent as InputEvent).isComposing) look(target.value);
          }}
          onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => { look(event.currentTarget.value); }}
          onKeyDown={onKey}
        />
        <div className="search-list" id="search-list" role="listbox" aria-label="查找结果" ref={list}>
          <Sections sections={sections} active={at} onOpen={open} onPoint={setActive} />
        </div>
        <FailureNotice failure={failure} />
        <div className="search-foot">
          <span role="status">{status}</span>
          <span aria-hidden="true">↑↓ 选择　Enter 打开　Esc 关闭</span>
        </div>
      </div>
    </dialog>
  );
}

function Sections({ sections, active, onOpen, onPoint }: { readonly sections: readonly Section[]; readonly active: number; readonly onOpen: (view: FoundView) => void; readonly onPoint: (at: number) => void }): ReactNode {
  let next = 0;
  return sections.map(({ key, title, views }) => (
    <div key={key} role="group" aria-labelledby={`search-${key}`}>
      <div className="search-group" id={`search-${key}`} role="presentation">
        {title}
      </div>
      {views.map((view) => {
        const at = next++;
        return (
          <div
            key={view.key}
            id={optionId(at)}
            className="search-option"
            role="option"
            aria-selected={at === active}
            onClick={() => { onOpen(view); }}
            onPointerMove={() => { if (at !== active) onPoint(at); }}
          >
            <span className="search-name">{view.name}</span>
            <span className="search-number">{view.number}</span>
            <span className="search-hint">{view.hint}</span>
            {view.amountFen !== null && <span className="search-amount">{formatYuan(view.amountFen)} 元</span>}
            {view.standing !== null && <StandingTag standing={view.standing} />}
          </div>
        );
      })}
    </div>
  ));
}

function useSections(text: string, areas: readonly Area[]): { readonly sections: readonly Section[]; readonly status: string; readonly failure: ReturnType<typeof useFound>['failure'] } {
  const { station, operatorId } = useWorkplace();
  const [recent] = useState(() => readRecent(operatorId));
  const places = useMemo(() => placesOf(areas, Date.now()), [areas]);
  const found = useFound(text);
  const refs = useMemo<readonly RecordRef[]>(
    () => (text === '' ? recent : (found.answer?.hits.flatMap(({ table, ids }) => ids.map((id) => ({ table, id }))) ?? [])),
    [text, recent, found],
  );
  const read = useLive(async () => ({ refs, views: await readViews(refs, station) }), [refs, station]);
  // What stood there stays until what is to replace it has been read.
  const [held, setHeld] = useState<readonly FoundView[]>(NOTHING);
  if (read !== undefined && read.refs === refs && held !== read.views) setHeld(read.views);

  return useMemo(() => {
    const ready = found.answer?.ready ?? 0;
    const hits = found.answer?.hits ?? [];
    const total = hits.reduce((sum, one) => sum + one.total, 0);
    const more = hits.some((one) => one.total >= COUNTED_HITS);
    const still = found.answer !== null && ready < 1 ? `正在准备查找 ${String(Math.floor(ready * 100))} %` : '';
    if (text === '') {
      const screens = { key: 'screen', title: '页面', views: findPlaces(places, '').filter(({ group }) => group === 'screen') };
      const sections = held.length > 0 ? [{ key: 'recent', title: '最近打开', views: held }, screens] : [screens];
      return { sections, status: still, failure: found.failure };
    }
    const all = [...held, ...findPlaces(places, text)];
    const sections = GROUPS.flatMap(({ group, title }) => {
      const views = all.filter((view) => view.group === group).slice(0, MOST_OF_GROUP);
      return views.length === 0 ? [] : [{ key: group, title, views }];
    });
    const counted = found.text !== text ? '' : sections.length === 0 ? '没有查到。换一个词试试。' : `查到记录 ${total.toLocaleString('zh-CN')} 条${more ? '以上，可再多输入几个字' : ''}`;
    return { sections, status: [still, counted].filter(Boolean).join('，'), failure: found.failure };
  }, [text, held, places, found]);
}

/** Where a key leads; null for keys that are not ours. */
function targetOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function optionId(at: number): string {
  return `search-option-${String(at)}`;
}

// Opens the clause a finding rests on: document, article, its words (exact or in summary), and how far the text could be checked.

import { Button, Popover } from 'antd';
import { clauseById } from '#shared/policy/clauses';

const VERIFIED = {
  full: '条文已全文核对',
  part: '条文已部分核对',
  secondary: '条文系转引，须由本单位核实',
  unverified: '条文未能核对，须由本单位核实',
} as const;

export function ClauseButton({ clause }: { readonly clause: string }) {
  const found = clauseById(clause);
  if (found === null) return <span className="soft">（{clause}）</span>;
  return (
    <Popover
      trigger="click"
      title={`${found.document} ${found.article}`}
      content={
        <div style={{ maxWidth: 460 }}>
          <p style={{ margin: '0 0 8px', whiteSpace: 'pre-wrap' }}>{found.text}</p>
          <span className="soft">
            {found.wording === 'exact' ? '原文' : '要点'}，{VERIFIED[found.verified]}
          </span>
        </div>
      }
    >
      <Button type="link" size="small" style={{ padding: 0, height: 'auto' }}>
        依据
      </Button>
    </Popover>
  );
}

import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { formatYuan } from '#shared/base/money';
import { MoneyChart } from '../../../../renderer/features/home/money-chart';
import type { Money, MoneyRow } from '../../../../renderer/features/home/money-rows';
import { MoneyTable } from '../../../../renderer/features/home/money-table';

const row = (place: MoneyRow['place'], name: string, asked: number, approved: number, committed: number, payable: number): MoneyRow => ({ place, name, fen: { asked, approved, committed, payable } });
const MONEY: Money = {
  rows: [row(1, '公共服务', 80_000_00, 60_000_00, 20_000_00, 12_345_67), row(2, '社会管理', 0, 0, 0, 0)],
  sum: row(null, '合计', 80_000_00, 60_000_00, 20_000_00, 12_345_67),
  beyondRange: false,
};

describe('MoneyChart', () => {
  const markup = renderToStaticMarkup(<MoneyChart label="2026 年度" rows={MONEY.rows} unit="yuan" />);

  it('draws each bar to scale, with a pattern of its own kind, and hides those of nothing', () => {
    const heights = [...markup.matchAll(/data-series="(\w+)" data-zero="(\w+)" style="height:([\d.]+)%"/g)].map(([, series, zero, height]) => [series, zero, Number(height).toFixed(2)]);
    expect(heights.slice(0, 4)).toEqual([['asked', 'false', '100.00'], ['approved', 'false', '75.00'], ['committed', 'false', '25.00'], ['payable', 'false', '15.43']]);
    expect(heights.slice(4).map(([, zero]) => zero)).toEqual(['true', 'true', 'true', 'true']);
  });

  it('says the same figures to those who cannot see it', () => {
    const [, label] = /role="img" aria-label="([^"]+)"/.exec(markup) ?? [];
    expect(label).toContain('公共服务：申报 80,000.00 元，审定 60,000.00 元，合同 20,000.00 元，验收应付 12,345.67 元');
    expect(label).not.toContain('社会管理');
  });
});

describe('MoneyTable', () => {
  const table = (unit: 'yuan' | 'wan', view: 'own' | 'received') =>
    renderToStaticMarkup(
      <MemoryRouter>
        <MoneyTable label="资金" money={MONEY} unit={unit} view={view} year={2026} />
      </MemoryRouter>,
    );

  it('links every figure that is not zero to a list of its own, and no zero', () => {
    const links = [...table('yuan', 'own').matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)];
    const figures = ['80,000.00', '60,000.00', '20,000.00', '12,345.67'];
    expect(links.map(([, , text]) => text)).toEqual([...figures, ...figures]);
    expect(new Set(links.map(([, to]) => to)).size).toBe(links.length);
  });

  it('leads a finance office to its review, and keeps the exact yuan beside rounded 万元', () => {
    const markup = table('wan', 'received');
    expect(markup).toContain('/review?year=2026&amp;filter=approved&amp;category=1');
    expect(markup).toContain('>1.23</a>');
    expect(markup).toContain(`title="${formatYuan(12_345_67)} 元"`);
  });
});

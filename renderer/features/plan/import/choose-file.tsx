// The first step: a file dropped or chosen, or the template to fill in.

import { Button, Checkbox } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { Panel } from '../../../ui/page';
import { type Saved, useTellSaved } from '../../../ui/tell-saved';
import { readDraft } from '../drafts';
import { readPlanYear } from '../queries';
import type { Desk } from './import-acts';
import { saveTemplate } from './template-file';

/** What people choose by mistake is let through, to be told by name what is wrong with it. */
const ACCEPTED = '.xlsx,.xls,.xlsm,.xlsb,.et,.csv,.ods';

interface ChooseFileProps {
  readonly desk: Desk;
  readonly office: string;
  readonly onChoose: (file: File) => void;
}

export function ChooseFile({ desk, office, onChoose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [withDrafts, setWithDrafts] = useState(false);
  const [making, setMaking] = useState(false);
  const tellSaved = useTellSaved();

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onChoose(file);
  };
  const download = async () => {
    setMaking(true);
    await tellSaved(makeTemplate(desk, office, withDrafts));
    setMaking(false);
  };

  return (
    <>
      <div
        className="import-drop"
        data-over={over}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => { setOver(false); }}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          aria-label="要导入的表格"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onChoose(file);
            target.value = '';
          }}
        />
        <Button type="primary" size="large" autoFocus onClick={() => input.current?.click()}>
          选择 Excel 文件
        </Button>
        <p>也可以把文件拖到这里。只读 .xlsx 表格；其他单位的表格也可以，先对应一次栏目。</p>
      </div>
      <Panel title="没有表格？先下载填报模板">
        <p>模板带下拉表、填写提示和代码表，可发给科室填写，填好后在这里导入。</p>
        <div className="import-template">
          <Button loading={making} onClick={() => void download()}>
            下载填报模板
          </Button>
          <Checkbox checked={withDrafts} onChange={({ target }) => { setWithDrafts(target.checked); }}>
            带上 {desk.year} 年度已有的草稿
          </Checkbox>
        </div>
      </Panel>
    </>
  );
}

async function makeTemplate({ own, year, buyers }: Desk, office: string, withDrafts: boolean): Promise<Saved> {
  const drafts = withDrafts ? (await readPlanYear(own, year)).drafts.map((row) => readDraft(row.body, row.by).typed) : [];
  drafts.sort((a, b) => (a.number < b.number ? -1 : 1));
  return saveTemplate({ year, office, buyers, drafts });
}

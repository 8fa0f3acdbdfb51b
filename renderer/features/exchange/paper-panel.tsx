// 核对纸件: the words of a QR code, scanned or typed, against what is held here; the answer is one plain sentence.

import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useWorkplace } from '../../bridge/station';
import { formatMoment } from '../../text/format';
import { Panel } from '../../ui/page';
import { checkPaper, type PaperCheck } from './paper-check';

export function PaperPanel() {
  const { station } = useWorkplace();
  const [text, setText] = useState('');
  const [result, setResult] = useState<PaperCheck | null>(null);
  const check = async () => {
    setResult(await checkPaper(text, station.stationId));
  };

  return (
    <Panel title="核对纸件">
      <p className="soft">打印件右上角有二维码，旁边是编号和 SM3。用扫码枪扫入，或照着输入编号和 SM3，就能知道纸件与本机的数据是否一致。</p>
      <Flex vertical gap="small" align="start">
        <label htmlFor="paper-mark" className="field-label">
          二维码内容，或编号和 SM3
        </label>
        <Input.TextArea
          id="paper-mark"
          className="code"
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setResult(null);
          }}
          // A scanner ends with Enter.
          onPressEnter={(event) => {
            if (event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void check();
          }}
        />
        <Button type="primary" disabled={text.trim() === ''} onClick={() => void check()}>
          核对
        </Button>
      </Flex>
      <div role="status">{result !== null && <PaperAnswer result={result} />}</div>
    </Panel>
  );
}

function PaperAnswer({ result }: { readonly result: PaperCheck }) {
  switch (result.kind) {
    case 'unreadable':
      return <Alert type="info" showIcon title="没有读出编号和 SM3。" description="请重新扫一次；手工输入的，核对编号是否完整、SM3 是否有 64 个字符（8 组，每组 8 个）。" />;
    case 'same-bundle':
      return (
        <Alert
          type="success"
          showIcon
          title={`一致：纸件由数据包 ${result.bundleId} 打印，本机${result.way === 'sent' ? '导出' : '接收'}的就是这个文件。`}
          description={`${formatMoment(result.at)} ${result.way === 'sent' ? '导出' : '接收'}。纸面上的内容请再与屏幕核对，二维码不能防止纸面涂改。`}
        />
      );
    case 'other-bundle':
      return <Alert type="error" showIcon title={`不一致：数据包 ${result.bundleId} 的编号相同，但 SM3 不同。`} description="纸件不是由本机的这个数据包打印的。请与打印单位核实，不要采用这份纸件。" />;
    case 'unknown-bundle':
      return <Alert type="warning" showIcon title={`本机没有导出过、也没有接收过数据包 ${result.bundleId}。`} description="请先接收这个数据包，再核对一次。" />;
    case 'same-record':
      return <Alert type="success" showIcon title={`一致：纸件上的记录与本机现有的第 ${String(result.rev)} 版相同。`} description="打印时这条记录还没有导出。" />;
    case 'changed-record':
      return <Alert type="error" showIcon title={`不一致：本机现有的是第 ${String(result.rev)} 版，纸件是另一版打印的。`} description="请按现有的版本重新打印。" />;
    case 'unknown-record':
      return <Alert type="warning" showIcon title="本机没有这条记录。" description="纸件打印时还没有导出。请由打印单位导出数据包，接收后再核对。" />;
  }
}

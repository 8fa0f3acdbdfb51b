// Exchange 报送与接收: sealing a bundle for another office, opening one that came, and the directory of offices.

import { Flex, Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../ui/page';
import { DirectoryPanel } from './directory-panel';
import { OpenPanel } from './open-panel';
import { PaperPanel } from './paper-panel';
import { SealPanel } from './seal-panel';
import { useKey } from './use-key';

export default function ExchangeArea() {
  const { '*': tab = '' } = useParams();
  const navigate = useNavigate();
  const key = useKey();
  return (
    <Page title="报送与接收" intro="数据包用优盘传递，由发送单位签名，接收时逐项检查，全部通过才存入。">
      {key.dialog}
      <Tabs
        activeKey={tab === '' ? 'send' : tab}
        onChange={(next) => void navigate(`/exchange/${next}`)}
        items={[
          { key: 'send', label: '导出报送', children: <Flex vertical gap="middle"><SealPanel withKey={key.withKey} /></Flex> },
          { key: 'receive', label: '接收数据包', children: <Flex vertical gap="middle"><OpenPanel withKey={key.withKey} /></Flex> },
          { key: 'paper', label: '核对纸件', children: <PaperPanel /> },
          { key: 'directory', label: '往来单位', children: <Flex vertical gap="middle"><DirectoryPanel withKey={key.withKey} /></Flex> },
        ]}
      />
    </Page>
  );
}

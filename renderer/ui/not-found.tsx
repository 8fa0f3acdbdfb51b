// What a page shows when the record of its address is not here.

import { Button, Empty } from 'antd';
import { useNavigate } from 'react-router';
import { Page } from './page';

export function NotFound({ title, words, list }: { readonly title: string; readonly words: string; readonly list: string }) {
  const navigate = useNavigate();
  return (
    <Page title={title}>
      <Empty description={words}>
        <Button onClick={() => void navigate(list)}>返回列表</Button>
      </Empty>
    </Page>
  );
}

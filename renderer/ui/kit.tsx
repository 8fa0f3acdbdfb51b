// The kit's frame around every screen but sign-in: language, tones, text size, and the place for its dialogs and messages.

import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useSettings } from '../bridge/settings';
import { useColorScheme } from './color-scheme';
import { themeFor } from './theme';

export function Kit({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { fontPercent } = useSettings();
  const scheme = useColorScheme();
  return (
    <ConfigProvider locale={zhCN} theme={themeFor(fontPercent, scheme)} button={{ autoInsertSpace: false }}>
      <App className={className}>{children}</App>
    </ConfigProvider>
  );
}

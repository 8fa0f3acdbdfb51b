// The desk behind sign-in: areas of work on the left, the open area on the right, the state of saving and keys at the foot.

import { App as KitApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { Suspense } from 'react';
import { HashRouter, Navigate, Route, Routes } from 'react-router';
import { useSettings } from '../bridge/settings';
import { useWorkplace } from '../bridge/station';
import { useColorScheme } from '../ui/color-scheme';
import { themeFor } from '../ui/theme';
import { OfferedBundle } from './offered-bundle';
import { areasOf } from './routes';
import { Sidebar } from './sidebar';
import { SyncGate } from './sync-gate';
import { useIdleReport } from './idle';
import './desk.css';

export default function Desk() {
  const { station } = useWorkplace();
  const { fontPercent } = useSettings();
  useIdleReport();
  const areas = areasOf(station.officeKind);

  return (
    <ConfigProvider locale={zhCN} theme={themeFor(fontPercent, useColorScheme())} button={{ autoInsertSpace: false }}>
      <KitApp className="desk" style={{ fontSize: `${String((16 * fontPercent) / 100)}px` }}>
        <HashRouter>
          <OfferedBundle />
          <Sidebar areas={areas} />
          <main className="desk-main">
            <SyncGate>
              <Suspense fallback={<div className="desk-loading" role="status">正在打开</div>}>
                <Routes>
                  {areas.map(({ path, Screen }) => (
                    <Route key={path} path={`${path}/*`} element={<Screen />} />
                  ))}
                  <Route path="*" element={<Navigate to="/home" replace />} />
                </Routes>
              </Suspense>
            </SyncGate>
          </main>
        </HashRouter>
      </KitApp>
    </ConfigProvider>
  );
}

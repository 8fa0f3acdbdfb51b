// How the application shows itself on this computer: text size, light or dark, and drawing without the graphics chip. Kept per computer, not per person.

import { Checkbox, Flex, Radio } from 'antd';
import { useState } from 'react';
import type { Failure } from '#shared/base/result';
import { COLOR_SCHEMES, FONT_PERCENTS } from '#shared/ipc/setting-values';
import type { ColorScheme, SettingsChange } from '#shared/ipc/settings';
import { changeSettings, useSettings } from '../../bridge/settings';
import { FailureNotice } from '../../ui/failure-notice';
import { Panel } from '../../ui/page';

const SCHEME_LABELS: Readonly<Record<ColorScheme, string>> = { light: '浅色', dark: '深色', system: '随系统' };

export function DisplayPanel() {
  const { fontPercent, colorScheme, hardwareAcceleration } = useSettings();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [restartNeeded, setRestartNeeded] = useState(false);

  const change = async (wanted: SettingsChange) => {
    const reply = await changeSettings(wanted);
    setFailure(reply.ok ? null : reply.error);
    if (reply.ok && wanted.hardwareAcceleration !== undefined) setRestartNeeded(true);
  };

  return (
    <Panel title="显示">
      <Flex vertical gap="middle">
        <Flex gap="middle" align="center">
          <span id="font-size-label">文字大小</span>
          <Radio.Group
            aria-labelledby="font-size-label"
            value={fontPercent}
            onChange={(event) => {
              const chosen = FONT_PERCENTS.find((percent) => percent === event.target.value);
              if (chosen !== undefined) void change({ fontPercent: chosen });
            }}
            options={FONT_PERCENTS.map((percent) => ({ value: percent, label: `${String(percent)}%` }))}
          />
        </Flex>
        <Flex gap="middle" align="center">
          <span id="color-scheme-label">界面明暗</span>
          <Radio.Group
            aria-labelledby="color-scheme-label"
            value={colorScheme}
            onChange={(event) => {
              const chosen = COLOR_SCHEMES.find((scheme) => scheme === event.target.value);
              if (chosen !== undefined) void change({ colorScheme: chosen });
            }}
            options={COLOR_SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_LABELS[scheme] }))}
          />
        </Flex>
        <div>
          <Checkbox
            checked={!hardwareAcceleration}
            onChange={({ target }) => void change({ hardwareAcceleration: !target.checked })}
            aria-describedby="graphics-hint"
          >
            不使用显卡加速
          </Checkbox>
          <p id="graphics-hint" className="soft">
            画面花屏、闪烁或窗口全白时勾选，下次启动起生效。窗口全白无法操作的，请在启动命令后加 --disable-gpu 启动一次再来勾选。
          </p>
        </div>
        <div role="status" className="soft">{restartNeeded ? '已保存。请退出后重新启动购服台。' : ''}</div>
        <FailureNotice failure={failure} />
      </Flex>
    </Panel>
  );
}

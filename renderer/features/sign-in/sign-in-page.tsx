// Sign-in 登录: plain React and CSS, because it is the first screen on a slow machine.

import { type FormEvent, useId, useRef, useState } from 'react';
import { callDesk } from '../../bridge/desk';
import { useStationState } from '../../bridge/station';
import { sentenceOf } from '../../text/errors';
import { HelpButton } from '../../ui/help-frame';
import './sign-in.css';

export function SignInPage() {
  const { state, refresh } = useStationState();
  const operators = state.operators.filter((operator) => operator.active);
  const [operatorId, setOperatorId] = useState(operators[0]?.id);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const ids = { operator: useId(), password: useId(), problem: useId() };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (operatorId === undefined) return;
    if (password === '') {
      setProblem('请输入口令。');
      passwordField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const reply = await callDesk('signIn', { operatorId, password });
    setBusy(false);
    if (reply.ok) {
      await refresh();
      return;
    }
    const sentence = sentenceOf(reply.error);
    setProblem(`${sentence.what}${sentence.safety}${sentence.next}编号：${reply.error.code}`);
    setPassword('');
    passwordField.current?.focus();
  };

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={(event) => void submit(event)} noValidate>
        <h1>购服台</h1>
        <p className="sign-in-office">{state.station?.name}</p>

        <label htmlFor={ids.operator}>经办人</label>
        <select id={ids.operator} value={operatorId} onChange={({ target }) => { setOperatorId(operators[target.selectedIndex]?.id); }}>
          {operators.map((operator) => (
            <option key={operator.id} value={operator.id}>
              {operator.name}（{operator.post}）
            </option>
          ))}
        </select>

        <label htmlFor={ids.password}>口令</label>
        <input
          id={ids.password}
          ref={passwordField}
          type="password"
          autoFocus
          autoComplete="off"
          value={password}
          aria-invalid={problem !== null}
          aria-describedby={ids.problem}
          onChange={(event) => { setPassword(event.target.value); }}
        />
        <p id={ids.problem} className="sign-in-problem" role="alert">
          {problem}
        </p>

        <button type="submit" disabled={busy}>
          {busy ? '正在核对' : '登录'}
        </button>
        <p className="sign-in-note">本系统为非涉密系统，严禁录入国家秘密。</p>
        <HelpButton />
      </form>
    </main>
  );
}

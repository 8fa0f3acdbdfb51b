// The net under a screen: what failed stays inside it, saved data is said to be safe, the log gets a number, and the screen can be opened again.

import { Component, type ReactNode } from 'react';
import { callDesk } from '../bridge/desk';
import { faultOf } from './page-fault';

interface BoundaryProps {
  /** Names the area in the log. */
  readonly area: string;
  /** Where the user is: whoever goes elsewhere is not shown the fault there. */
  readonly place?: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
  readonly incident: string | null;
}

export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, incident: null };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true, incident: null };
  }

  override componentDidCatch(error: unknown): void {
    void callDesk('reportFault', faultOf(this.props.area, error)).then((reply) => {
      if (reply.ok) this.setState({ incident: reply.value.incident });
    });
  }

  override componentDidUpdate({ place }: BoundaryProps): void {
    if (this.state.failed && place !== this.props.place) this.openAgain();
  }

  private readonly openAgain = () => { this.setState({ failed: false, incident: null }); };

  override render(): ReactNode {
    const { failed, incident } = this.state;
    if (!failed) return this.props.children;
    // Plain elements: the kit may be what failed.
    return (
      <div className="waiting" role="alert">
        <b>这个页面出了故障</b>
        <span>
          已显示“已保存”的内容都在，没有丢失。
          {this.props.place === undefined ? '请重新载入' : '请重新打开本页，其他页面可以照常使用；仍打不开的，请重新载入'}
          程序；如再次出现，请把编号和当时的操作告知维护人员。
        </span>
        {incident !== null && <span className="code">编号：{incident}</span>}
        <p>
          {this.props.place !== undefined && (
            <>
              <button type="button" onClick={this.openAgain}>
                重新打开本页
              </button>{' '}
            </>
          )}
          <button type="button" onClick={() => { location.reload(); }}>
            重新载入程序
          </button>
        </p>
      </div>
    );
  }
}

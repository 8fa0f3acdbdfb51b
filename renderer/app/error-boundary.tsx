// The last net under the screens: says that saved data is safe and offers to load the page again.

import { Component, type ReactNode } from 'react';

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="waiting" role="alert">
        <b>这个页面出了故障</b>
        <span>已显示“已保存”的内容都在，没有丢失。请重新打开页面；如再次出现，请记下当时的操作告知维护人员。</span>
        <p>
          <button type="button" onClick={() => { location.reload(); }}>
            重新打开
          </button>
        </p>
      </div>
    );
  }
}

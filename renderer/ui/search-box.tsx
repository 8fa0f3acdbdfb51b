// The box above a list in which words are looked for while they are typed.

import { Input } from 'antd';
import { useState } from 'react';
import './search-box.css';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** What it holds when it first appears. */
  readonly text: string;
  /** Takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
  /** Told of every change, without blanks around it. */
  readonly onSearch: (text: string) => void;
}

export function SearchBox({ label, placeholder, text, autoFocus = false, onSearch }: SearchBoxProps) {
  // What looks the words up may follow a moment later (the route does); typing must not wait for it.
  const [typed, setTyped] = useState(text);
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      allowClear
      autoFocus={autoFocus}
      className="search-box"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onSearch(target.value.trim());
      }}
    />
  );
}

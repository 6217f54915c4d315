import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { simClient } from '../live/sim-client.ts';
import { text } from '../text.ts';
import { FAULT_NAMES, type FaultName, faultsOf } from './faults-of.ts';

/** Switches that make LINE misbehave, to see that the program keeps its promises. */
export function FaultsPanel({ toast }: { readonly toast: (words: string) => void }): JSX.Element {
  const [on, setOn] = useState<ReadonlySet<FaultName>>(new Set());
  const toggle = (name: FaultName): void => {
    const next = new Set(on);
    if (!next.delete(name)) next.add(name);
    setOn(next);
    simClient.setFaults(faultsOf(next)).catch(() => {
      setOn(on);
      toast(text.failed);
    });
  };
  return (
    <details class="panel">
      <summary>
        <h3>{text.faults.title}</h3>
        <span class="faint">{on.size === 0 ? null : text.faults.on(on.size)}</span>
      </summary>
      {FAULT_NAMES.map((name) => (
        <label key={name} class="check">
          <input type="checkbox" checked={on.has(name)} onChange={() => toggle(name)} />
          {text.faults[name]}
        </label>
      ))}
    </details>
  );
}

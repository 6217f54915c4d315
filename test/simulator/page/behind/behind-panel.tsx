import type { JSX } from 'preact';
import type { Simulator } from '../live/use-simulator.ts';
import { text } from '../text.ts';
import { CallsPanel } from './calls-panel.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { QuotaPanel } from './quota-panel.tsx';

interface BehindPanelProps {
  readonly sim: Simulator;
  readonly toast: (words: string) => void;
}

/** What LINE sees and what can be done to it: quota, clock, faults, calls. */
export function BehindPanel({ sim, toast }: BehindPanelProps): JSX.Element {
  const tips = sim.demo?.tips ?? [];
  return (
    <aside class="behind" aria-label={text.behind}>
      <h2>{text.behind}</h2>
      {tips.length === 0 ? null : (
        <section class="panel">
          <h3>{text.tips}</h3>
          <ul class="tips">
            {tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        </section>
      )}
      <ClockPanel sim={sim} toast={toast} />
      {sim.state === undefined ? null : <QuotaPanel quota={sim.state.quota} />}
      <FaultsPanel toast={toast} />
      <CallsPanel isConnected={sim.isConnected} />
    </aside>
  );
}

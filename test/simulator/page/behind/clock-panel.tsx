import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { simClient } from '../live/sim-client.ts';
import { clockTime, dayLabel } from '../live/sim-time.ts';
import { useSimNow } from '../live/use-sim-now.ts';
import type { Simulator } from '../live/use-simulator.ts';
import { text } from '../text.ts';
import { nextMonday } from './next-monday.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const JUMPS = [
  { label: text.clock.plusHour, target: (nowMs: number) => nowMs + HOUR_MS },
  { label: text.clock.plusDay, target: (nowMs: number) => nowMs + DAY_MS },
  { label: text.clock.nextMonday, target: nextMonday },
] as const;

/**
 * Moves LINE's clock and, in the demo, the program's with it: first LINE's, so that what the program sends
 * because of the jump carries the new time.
 */
async function jump(target: (nowMs: number) => number, controlUrl: string | undefined): Promise<void> {
  const { nowMs } = await simClient.state();
  const goalMs = target(nowMs);
  await simClient.setClock(goalMs);
  if (controlUrl !== undefined) await simClient.setProgramClock(controlUrl, goalMs);
}

interface ClockPanelProps {
  readonly sim: Simulator;
  readonly toast: (words: string) => void;
}

/** The simulator's time and the ways to move it. */
export function ClockPanel({ sim, toast }: ClockPanelProps): JSX.Element {
  const [isMoving, setMoving] = useState(false);
  const now = useSimNow(sim.state?.nowMs, sim.stateAtMs);
  const move = (target: (nowMs: number) => number): void => {
    setMoving(true);
    jump(target, sim.demo?.controlUrl)
      .then(() => sim.refresh())
      .then(
        () => toast(text.clock.moved),
        () => toast(text.failed),
      )
      .finally(() => setMoving(false));
  };
  return (
    <section class="panel" aria-busy={isMoving}>
      <h3>{text.clock.title}</h3>
      <div class="clock-face">
        <p class="clock-now">
          {now === undefined ? (
            text.loading
          ) : (
            <>
              <strong>{clockTime(now)}</strong> <span class="faint">{dayLabel(now)}</span>
            </>
          )}
        </p>
        <div class="clock-progress" role="status">
          {isMoving ? (
            <>
              <progress aria-hidden="true" />
              <span>{text.clock.moving}</span>
            </>
          ) : null}
        </div>
      </div>
      <div class="button-row">
        {JUMPS.map(({ label, target }) => (
          <button
            key={label}
            type="button"
            class="soft-button"
            disabled={isMoving}
            onClick={() => move(target)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

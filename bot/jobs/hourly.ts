import { bangkokTime } from '../../shared/thai/days.ts';
import type { Clock } from '../clock.ts';
import type { Job } from './job.ts';

/**
 * The same job once in every hour of Bangkok's clock, and at the first tick after a start; other ticks cost nothing. An hour
 * in which it failed is tried again at the next tick.
 */
export function hourly(job: Job, clock: Clock): Job {
  let lastHour = '';
  return {
    name: job.name,
    run: async () => {
      const { day, hour } = bangkokTime(clock.now());
      const now = `${day}-${hour}`;
      if (now === lastHour) return;
      await job.run();
      lastHour = now;
    },
  };
}

import { rmSync } from 'node:fs';
import type { Place } from '../../bot/move/move.ts';
import { openPlace } from '../../bot/move/open-place.ts';
import { quickFolder } from '../faults/quick-folder.ts';

/** Opens empty places on disk, and clears all of them away. */
export class Places {
  readonly #opened: { place: Place; dataDir: string }[] = [];

  async open(): Promise<Place> {
    const dataDir = quickFolder('prongsai-move-');
    const place = await openPlace('embedded', { dataDir });
    this.#opened.push({ place, dataDir });
    return place;
  }

  async close(): Promise<void> {
    for (const { place, dataDir } of this.#opened.splice(0)) {
      await place.store.close();
      rmSync(dataDir, { recursive: true });
    }
  }
}

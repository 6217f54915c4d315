import type { JSX } from 'preact';
import type { SimLocation } from '../live/sim-client.ts';
import { text } from '../text.ts';
import { Dialog } from './dialog.tsx';

/** A place in the demo's subdistrict, so that one tap is enough. */
const SAMPLE = { latitude: 16.43219, longitude: 102.82356 };

interface LocationDialogProps {
  readonly onSend: (location: SimLocation) => void;
  readonly onClose: () => void;
}

/** Asks for the place to share; the fields are filled with an example. */
export function LocationDialog({ onSend, onClose }: LocationDialogProps): JSX.Element {
  const words = text.location;
  return (
    <Dialog
      title={words.title}
      confirm={text.send}
      onClose={onClose}
      onConfirm={(fields) =>
        onSend({
          title: String(fields.get('title')),
          address: String(fields.get('address')),
          latitude: Number(fields.get('latitude')),
          longitude: Number(fields.get('longitude')),
        })
      }
    >
      <label>
        {words.name}
        <input name="title" required maxLength={100} defaultValue={words.sampleName} />
      </label>
      <label>
        {words.address}
        <input name="address" required maxLength={100} defaultValue={words.sampleAddress} />
      </label>
      <div class="dialog-pair">
        <label>
          {words.latitude}
          <input
            name="latitude"
            type="number"
            step="any"
            min={-90}
            max={90}
            required
            defaultValue={String(SAMPLE.latitude)}
          />
        </label>
        <label>
          {words.longitude}
          <input
            name="longitude"
            type="number"
            step="any"
            min={-180}
            max={180}
            required
            defaultValue={String(SAMPLE.longitude)}
          />
        </label>
      </div>
    </Dialog>
  );
}

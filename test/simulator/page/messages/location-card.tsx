import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';

interface LocationCardProps {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

const DECIMALS_SHOWN = 5;

/** A shared place. The map is drawn, not loaded: the page asks nothing of the outside world. */
export function LocationCard({ title, address, latitude, longitude }: LocationCardProps): JSX.Element {
  return (
    <div class="bubble location-card">
      <div class="location-map" aria-hidden="true">
        <Icon name="pin" />
      </div>
      <div class="location-words">
        <strong>{title}</strong>
        <span>{address}</span>
        <span class="faint">
          {latitude.toFixed(DECIMALS_SHOWN)}, {longitude.toFixed(DECIMALS_SHOWN)}
        </span>
      </div>
    </div>
  );
}

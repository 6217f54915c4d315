import { Link } from '../routing/link.tsx';
import { Page } from '../ui/page.tsx';
import { useApp } from '../use-app.ts';
import { doors, homeText as t } from './text.ts';

/** The first screen: what this person can open. */
export function Home() {
  const { session } = useApp();
  const open = doors.filter(({ roles }) => roles.some((role) => session.roles.includes(role)));
  return (
    <Page title={session.officeName}>
      <p class="faint">
        {session.name} · {session.unit}
      </p>
      {open.length === 0 && <p class="note">{t.nothing}</p>}
      <ul class="stack">
        {open.map(({ to, label, about }) => (
          <li key={to}>
            <Link to={to} class="card open-line">
              <strong>{label}</strong>
              <span class="faint small">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

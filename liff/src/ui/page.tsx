import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link } from '../routing/link.tsx';

interface PageProps {
  readonly title: string;
  /** Where one came from. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ComponentChildren;
}

/** One screen. Its title takes the focus, so that a screen reader says where one is. */
export function Page({ title, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <main class="page">
      {back && (
        <Link to={back.to} class="back">
          <span aria-hidden="true">‹&nbsp;</span>
          {back.label}
        </Link>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </main>
  );
}

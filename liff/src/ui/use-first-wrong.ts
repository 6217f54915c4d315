import { useEffect } from 'preact/hooks';

/** After a form was found wrong, puts the focus on the first field that is. `found` is a new object at every finding. */
export function useFirstWrong(found: object): void {
  useEffect(() => {
    if (Object.keys(found).length > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [found]);
}

import type { JSX } from 'preact';
import type { SimGroup, SimUser } from '../../protocol.ts';
import { simClient } from '../live/sim-client.ts';
import { DateTimeDialog } from './date-time-dialog.tsx';
import { LocationDialog } from './location-dialog.tsx';
import { ManageGroupDialog } from './manage-group-dialog.tsx';
import type { usePhone } from './use-phone.ts';

interface PhoneDialogsProps {
  readonly phone: ReturnType<typeof usePhone>;
  readonly group: SimGroup | undefined;
  readonly users: readonly SimUser[];
  readonly accountName: string;
}

/** The dialog a chat has open, if any. */
export function PhoneDialogs({ phone, group, users, accountName }: PhoneDialogsProps): JSX.Element | null {
  const { dialog, setDialog, run } = phone;
  const close = (): void => setDialog(undefined);
  switch (dialog?.kind) {
    case 'location':
      return <LocationDialog onSend={phone.sendLocation} onClose={close} />;
    case 'dateTime':
      return (
        <DateTimeDialog
          action={dialog.action}
          onPick={(params) => phone.pick(dialog.action.data ?? '', params)}
          onClose={close}
        />
      );
    case 'manage':
      return group === undefined ? null : (
        <ManageGroupDialog
          group={group}
          users={users}
          accountName={accountName}
          onBot={(isIn) => run(simClient.setBotIn(group.id, isIn))}
          onMember={(userId, isIn) => run(simClient.setMember(group.id, userId, isIn))}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

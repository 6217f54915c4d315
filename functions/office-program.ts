import { receiptSecrets } from '../bot/complaints/receipt/receipt-secrets.ts';
import { createProgram, type Program } from '../bot/program.ts';
import { type Office, openOffice, secretBytes } from './office.ts';

/** The program of this process, on Google's services. */
export async function openProgram(): Promise<{ readonly office: Office; readonly program: Program }> {
  const office = await openOffice();
  const { LIFF_ID: liffId, PUBLIC_URL: publicUrl } = office.settings;
  const program = createProgram({
    ...office,
    receiptSecrets: receiptSecrets(secretBytes('RECEIPT_KEY')),
    liffUrl: (path) => (liffId ? `https://liff.line.me/${liffId}/${path}` : undefined),
    publicUrl,
  });
  return { office, program };
}

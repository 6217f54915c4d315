import { defineSecret, expr, projectID } from 'firebase-functions/params';

/**
 * The office's secrets in Secret Manager. A function is given those it names and no other. What the webhook is given opens no
 * complaint: the keyring goes to the function that shows cases to officers, and there alone.
 */
export const channelSecret = defineSecret('LINE_CHANNEL_SECRET');
export const accessToken = defineSecret('LINE_CHANNEL_ACCESS_TOKEN');
/** `DATA_DIR/keys/conversation.key`, base64url. */
export const conversationKey = defineSecret('CONVERSATION_KEY');
/** `DATA_DIR/keys/receipt.key`, base64url. */
export const receiptKey = defineSecret('RECEIPT_KEY');
/** The content of the `office*.key` files, a line each. */
export const officeKeyring = defineSecret('OFFICE_KEYRING');

/** Made by `npm run deploy`, with the rights that the function needs. */
export const CASES_ACCOUNT = 'prongsai-cases';
/**
 * Who the function that shows cases is in Google's eyes. It alone is this one, and Secret Manager gives the keyring to this one
 * alone: what runs in the other functions cannot ask for it.
 */
export const casesAccount = expr`${CASES_ACCOUNT}@${projectID}.iam.gserviceaccount.com`;

import { defineSecret } from 'firebase-functions/params';

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

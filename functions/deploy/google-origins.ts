/** Where Google's APIs are; a stand-in puts all of them at one address. */
export interface GoogleOrigins {
  readonly firebase: string;
  readonly serviceUsage: string;
  readonly billing: string;
  readonly firestore: string;
  readonly firebaseStorage: string;
  readonly secretManager: string;
  readonly iam: string;
  readonly resourceManager: string;
}

/** Google's own. */
export const GOOGLE_ORIGINS: GoogleOrigins = {
  firebase: 'https://firebase.googleapis.com',
  serviceUsage: 'https://serviceusage.googleapis.com',
  billing: 'https://cloudbilling.googleapis.com',
  firestore: 'https://firestore.googleapis.com',
  firebaseStorage: 'https://firebasestorage.googleapis.com',
  secretManager: 'https://secretmanager.googleapis.com',
  iam: 'https://iam.googleapis.com',
  resourceManager: 'https://cloudresourcemanager.googleapis.com',
};

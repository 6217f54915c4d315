/** The API that says whether the project is paid for. The others can be switched on only after that. */
export const BILLING_SERVICE = 'cloudbilling.googleapis.com';

/** The APIs that the deployment and the running office call. Google allows 20 in one request ("services.batchEnable"). */
export const SERVICES: readonly string[] = [
  'firebase.googleapis.com',
  'firestore.googleapis.com',
  'firebaserules.googleapis.com',
  'firebasestorage.googleapis.com',
  'storage.googleapis.com',
  'firebasehosting.googleapis.com',
  'iam.googleapis.com',
  'cloudresourcemanager.googleapis.com',
  'secretmanager.googleapis.com',
  'cloudfunctions.googleapis.com',
  'cloudbuild.googleapis.com',
  'artifactregistry.googleapis.com',
  'run.googleapis.com',
  'eventarc.googleapis.com',
  'pubsub.googleapis.com',
  'cloudscheduler.googleapis.com',
];

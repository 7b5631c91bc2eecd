// Everything the portal asks. A test checks each against the schema.

const gql = String.raw;

const E = gql`fragment E on ExtractedValue { field confidence evidence { page text box { x0 top x1 bottom } } }`;
const KEY = gql`id name prefix tier scopes sandbox createdAt expiresAt revokedAt lastUsedAt`;
const HOOK = gql`id url events thin enabled disabledReason disabledAt failingSince oldSecretUntil createdAt`;
const WRONG = gql`userErrors { code message field }`;

export const VIEWER = gql`query { viewer { sandbox tier account { name } } }`;

export const OVERVIEW = gql`query($from: Date) { viewer { tier sandbox account { name email plan retentionDays }
  quota { kind used total remaining resetAt } usage(from: $from) { date calls errors byEndpoint { endpoint calls errors milliseconds } } } }`;

export const KEYS = gql`query($after: String) { apiKeys(first: 50, after: $after) { nodes { ${KEY} } pageInfo { hasNextPage endCursor } } }`;
export const KEY_CREATE = gql`mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret apiKey { id } ${WRONG} } }`;
export const KEY_ROTATE = gql`mutation($id: ID!, $input: ApiKeyRotateInput) { apiKeyRotate(id: $id, input: $input) { secret apiKey { id } ${WRONG} } }`;
export const KEY_REVOKE = gql`mutation($id: ID!) { apiKeyRevoke(id: $id) { apiKey { id } ${WRONG} } }`;

export const HOOKS = gql`query($after: String) { webhooks(first: 50, after: $after) { nodes { ${HOOK} } pageInfo { hasNextPage endCursor } } }`;
export const HOOK_CREATE = gql`mutation($input: WebhookCreateInput!) { webhookCreate(input: $input) { secret webhook { id } ${WRONG} } }`;
export const HOOK_UPDATE = gql`mutation($id: ID!, $input: WebhookUpdateInput!) { webhookUpdate(id: $id, input: $input) { webhook { id } ${WRONG} } }`;
export const HOOK_ROTATE = gql`mutation($id: ID!) { webhookRotateSecret(id: $id) { secret webhook { id } ${WRONG} } }`;
export const HOOK_TEST = gql`mutation($id: ID!) { webhookTest(id: $id) { delivery { id } ${WRONG} } }`;
export const HOOK_DELETE = gql`mutation($id: ID!) { webhookDelete(id: $id) { deletedWebhookId ${WRONG} } }`;
export const DELIVERIES = gql`query($after: String) { deliveries(first: 30, after: $after) { pageInfo { hasNextPage endCursor } nodes { id event status
  attemptCount createdAt lastAttemptAt nextAttemptAt responseStatus error webhook { url } } } }`;
export const DELIVERY = gql`query($id: ID!) { delivery(id: $id) { id event attempts { number createdAt milliseconds responseStatus error responseBody } } }`;
export const DELIVERY_REPLAY = gql`mutation($id: ID!) { deliveryReplay(id: $id) { delivery { id } ${WRONG} } }`;

export const INVITATIONS = gql`query($after: String) { invitations(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { id ref email
  createdAt expiresAt maxUses uses linkedAt revokedAt candidate { latestResume { id } } } } }`;
export const INVITATION_CREATE = gql`mutation($input: InvitationCreateInput!) { invitationCreate(input: $input) { code link invitation { id } ${WRONG} } }`;
export const INVITATION_REVOKE = gql`mutation($id: ID!) { invitationRevoke(id: $id) { invitation { id } ${WRONG} } }`;

export const RESUMES = gql`query($after: String) { resumes(first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id status
  createdAt language experienceMonths file { name } candidate { name headline city } } } }`;
export const RESUME_PARSE = gql`mutation($file: Upload!) { resumeParse(input: { file: $file }) { resume { id } ${WRONG} } }`;
export const RESUME_DELETE = gql`mutation($id: ID!) { resumeDelete(id: $id) { deletedResumeId ${WRONG} } }`;
export const RESUME_UPDATE = gql`mutation($id: ID!, $input: CvInput!) { resumeUpdate(id: $id, input: $input) { resume { id } ${WRONG} } }`;
export const RESUME_RENDER = gql`mutation($id: ID!, $settings: ResumeSettingsInput) { resumeRender(id: $id, settings: $settings) { document { url } ${WRONG} } }`;

export const RESUME = gql`query($id: ID!) { resume(id: $id) { id status language pageCount createdAt file { name size } warnings { code page box { x0 top x1 bottom } }
  sheets { url page scale } cv { documentType parsingConfidence extracted { ...E }
  candidate { honorific firstName middleName lastName headline summary email alternateEmails phone alternatePhones
    address { street postalCode city country extracted { ...E } } links { linkedin github website other extracted { ...E } }
    dateOfBirth placeOfBirth gender nationality maritalStatus drivingLicences availability mobility desiredContractType
    desiredSalary { min max currency extracted { ...E } } extracted { ...E } }
  profile { currentJobTitle currentCompany totalExperienceMonths highestEducationLevel seniority sectors }
  experiences { jobTitle company city country startDate endDate current contractType description achievements skills extracted { ...E } }
  educations { degree fieldOfStudy institution city country startDate endDate grade extracted { ...E } }
  skills { name months lastUsed extracted { ...E } } languages { name level extracted { ...E } }
  certifications { name issuer date extracted { ...E } } projects { name description url extracted { ...E } }
  publications { title extracted { ...E } } awards { title extracted { ...E } } volunteering { organization role extracted { ...E } }
  references { name contact extracted { ...E } } interests } } }
  ${E}`;

const FIT = gql`rank score { value confidence recommendation strengths { text } gaps { text } wouldChange { text } }`;
export const RESUME_MATCHES = gql`query($id: ID!, $language: String) { resume(id: $id) { matches(first: 5, language: $language) { edges { ${FIT} node { id title company city } } } } }`;

export const JOBS = gql`query($after: String) { jobs(first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id title company city reference
  status createdAt } } }`;
export const JOB_PARSE = gql`mutation($file: Upload!) { jobParse(input: { file: $file }) { job { id } ${WRONG} } }`;
export const JOB = gql`query($id: ID!, $language: String) { job(id: $id) { id title company city description matches(first: 10, language: $language) {
  edges { ${FIT} node { id candidate { name headline } } } } } }`;

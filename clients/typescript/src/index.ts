// The typed TypeScript client of Guildhall. See README.md.

export type { Call, CallOptions } from "./calls.js";
export { Guildhall, type GuildhallOptions } from "./client.js";
export {
  Conflict,
  type FieldProblem,
  Forbidden,
  GuildhallError,
  NotFound,
  PreconditionFailed,
  RateLimited,
  ServerFault,
  Unauthorized,
} from "./errors.js";
export type * as models from "./generated/types.gen.js";
export type { StreamEvent, StreamOptions } from "./stream.js";
export { verifyWebhook, WebhookInvalid, type WebhookMessage } from "./webhooks.js";

// Refusals as errors: one class a kind of status, the stable code on each.

/** What is wrong with one field: a JSON pointer into the body (or `?name`), a code and a sentence. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal of the API (RFC 9457): `status`, stable `code`, `detail` in the caller's language. */
export class GuildhallError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly requestId: string = "",
    readonly fields: ReadonlyArray<FieldProblem> = [],
    /** Seconds to wait before the next try, where the server says so. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(`${status} ${code}: ${detail}${requestId === "" ? "" : ` (request ${requestId})`}`);
    this.name = new.target.name;
  }
}

/** 401: sign in, or sign in again. */
export class Unauthorized extends GuildhallError {}
/** 403: the caller may not do this. */
export class Forbidden extends GuildhallError {}
/** 404: not there, or not to be seen. */
export class NotFound extends GuildhallError {}
/** 409: the state of things does not allow it. */
export class Conflict extends GuildhallError {}
/** 412: the resource has changed since it was read. */
export class PreconditionFailed extends GuildhallError {}
/** 429: slower; `retryAfter` is in seconds. */
export class RateLimited extends GuildhallError {}
/** 5xx: a fault of the server's. */
export class ServerFault extends GuildhallError {}

const KINDS: Readonly<Record<number, typeof GuildhallError>> = {
  401: Unauthorized,
  403: Forbidden,
  404: NotFound,
  409: Conflict,
  412: PreconditionFailed,
  429: RateLimited,
};

/** The error of an answer that is no success, whatever its body is. */
export function errorOf(status: number, text: string, retryAfter: number | undefined): GuildhallError {
  const body = parsed(text);
  const Kind = KINDS[status] ?? (status >= 500 ? ServerFault : GuildhallError);
  const fields = Array.isArray(body["errors"]) ? (body["errors"] as Array<FieldProblem>) : [];
  return new Kind(
    status,
    // The endpoints of OAuth 2 refuse in the form of RFC 6749, 5.2.
    String(body["code"] ?? body["error"] ?? "unknown"),
    String(body["detail"] ?? body["error_description"] ?? text.slice(0, 200)),
    String(body["request_id"] ?? ""),
    fields,
    retryAfter,
  );
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

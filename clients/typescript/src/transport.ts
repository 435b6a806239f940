// The way of a request: renewal of the session, retries.
//
// Retried are requests that are safe to repeat (GET, or any with an `Idempotency-Key`) when the connection
// fails, and on 429, 502, 503, 504, and 409 `request_in_flight`; any request when no connection came about.
// Pauses double from half a second with full jitter, at most 20 s. `Retry-After` is honoured; one of more
// than a minute is the caller's to wait for.

const RETRIED: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const LONGEST_PAUSE = 20;
const LONGEST_RETRY_AFTER = 60;
const NEVER_SENT: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** One request, whose body can be sent again. */
export interface Sending {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | FormData | Blob;
  signal?: AbortSignal;
}

export interface Transport {
  fetch: typeof fetch;
  /** How often a request that may be repeated is sent at most. */
  attempts: number;
  /** Seconds until a request without an answer is given up. */
  timeout: number;
  /** Waits so many seconds. */
  sleep: (seconds: number) => Promise<void>;
  /** A number from 0 to 1. */
  draw: () => number;
}

/** The access token and the refresh token, and what renews them. */
export interface Tokens {
  access?: string;
  refresh?: string;
  renewal?: Promise<void>;
}

/** Sends with the access token; after a 401 renews the session and sends once more. */
export async function sendSigned(
  transport: Transport,
  sending: Sending,
  tokens: Tokens,
  renew: (refresh: string) => Promise<void>,
): Promise<Response> {
  const used = tokens.access;
  if (used === undefined || "Authorization" in sending.headers) return sendRetried(transport, sending);
  const response = await sendRetried(transport, signed(sending, used));
  if (response.status !== 401 || tokens.refresh === undefined) return response;
  if (tokens.access === used) {
    // A refresh token works once: calls at the same time wait for one renewal.
    tokens.renewal ??= renew(tokens.refresh).finally(() => {
      delete tokens.renewal;
    });
    await tokens.renewal;
  }
  if (tokens.access === used || tokens.access === undefined) return response;
  await response.body?.cancel();
  return sendRetried(transport, signed(sending, tokens.access));
}

function signed(sending: Sending, token: string): Sending {
  return { ...sending, headers: { ...sending.headers, Authorization: `Bearer ${token}` } };
}

/** The answer, after as many attempts as are safe. Rejects as `fetch` does when the last one had none. */
export async function sendRetried(transport: Transport, sending: Sending): Promise<Response> {
  const repeatable = sending.method === "GET" || "Idempotency-Key" in sending.headers;
  for (let attempt = 1; attempt < transport.attempts; attempt += 1) {
    const backoff = Math.min(0.5 * 2 ** (attempt - 1), LONGEST_PAUSE) * transport.draw();
    let response: Response;
    try {
      response = await sendOnce(transport, sending);
    } catch (error) {
      if (sending.signal?.aborted === true || !(repeatable || neverSent(error))) throw error;
      await transport.sleep(backoff);
      continue;
    }
    if (!repeatable || !(await passing(response))) return response;
    const wait = retryAfter(response.headers.get("Retry-After"));
    if (wait !== undefined && wait > LONGEST_RETRY_AFTER) return response;
    await response.body?.cancel();
    await transport.sleep(wait ?? backoff);
  }
  return sendOnce(transport, sending);
}

function sendOnce(transport: Transport, { url, signal, ...request }: Sending): Promise<Response> {
  const limits = signal === undefined ? [] : [signal];
  if (Number.isFinite(transport.timeout)) limits.push(AbortSignal.timeout(transport.timeout * 1000));
  return transport.fetch(url, { ...request, signal: AbortSignal.any(limits) });
}

/** The seconds that a `Retry-After` header asks for, as a number or a date; undefined where it says nothing. */
export function retryAfter(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text);
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - Date.now()) / 1000);
}

function neverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause && NEVER_SENT.has(cause.code);
}

async function passing(response: Response): Promise<boolean> {
  if (RETRIED.has(response.status)) return true;
  if (response.status !== 409) return false;
  return (await response.clone().text()).includes('"request_in_flight"');
}

// What the Python side tells these tests.

import { readFileSync } from "node:fs";

import { Guildhall, type GuildhallOptions } from "../../../clients/typescript/src/index.js";

export interface Site {
  api: string;
  stream: string;
  slug: string;
  staff: Record<string, string>;
  bot: string;
  operator: string;
  password: string;
  bot_secret: string;
}

export interface PlannedCall {
  operation: string;
  resource: string;
  method: string;
  ids: Array<string>;
  query: Record<string, unknown>;
  sends: "json" | "form" | "bytes" | "none";
  body: unknown;
  statuses: Array<number>;
  platform: boolean;
}

export interface Given {
  site: Site;
  calls: Array<PlannedCall>;
  webhook: { body: string; headers: Record<string, string>; secret: string };
}

export const given = JSON.parse(readFileSync(process.env["GUILDHALL_GIVEN"]!, "utf8")) as Given;

/** A signed-in member of staff, or the operator. */
export async function client(role: string, options: GuildhallOptions = {}): Promise<Guildhall> {
  const { site } = given;
  const operator = role === "operator";
  const api = new Guildhall(site.api, {
    language: "en",
    streamUrl: site.stream,
    ...(operator ? {} : { tenant: site.slug }),
    ...options,
  });
  await api.signIn(operator ? site.operator : site.staff[role]!, site.password);
  return api;
}

// Generated from openapi.json, never changed by hand: `npx pnpm@12 test test/server/client -u` writes both.

export interface paths {
    "/api/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programmes and the rules in force on a day */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    shared?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            title: {
                                vi: string;
                                en: string;
                            };
                            common: string;
                            in_force?: {
                                release: string;
                                title: {
                                    vi: string;
                                    en: string;
                                };
                                valid_from?: string;
                                valid_to?: string;
                            };
                            local?: {
                                release: string;
                                title: {
                                    vi: string;
                                    en: string;
                                };
                                valid_from?: string;
                                valid_to?: string;
                                unit: {
                                    id: string;
                                    name: string;
                                };
                            }[];
                            form?: {
                                id: string;
                                title: {
                                    vi: string;
                                    en: string;
                                };
                            };
                        }[];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["NotPermitted"];
                429: components["responses"]["TooMany"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A release by its hash */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hash: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["NotPermitted"];
                429: components["responses"]["TooMany"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/common/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of dictionary, lists and shared facts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hash: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["NotPermitted"];
                429: components["responses"]["TooMany"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on answers sent along, of one household or of many
         * @description One household as JSON gives one decision. Any number of them as lines of JSON (application/x-ndjson), one each, give a line each in the same order while the rest is still being sent: read while you write. What holds for all lines stands in the address. A line that cannot be decided is answered with a problem, and the stream goes on; a line has at most 128 KiB. The last line has `end`: an answer without it was cut off. Of the answers sent along nothing is stored.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Stream only: programmes to decide; may be given several times. */
                    programme?: string | string[];
                    /** @description Stream only: code of the unit of every line that names none. */
                    unit?: string;
                    /** @description Stream only: the day of law, facts and units. */
                    at?: string;
                    /** @description Stream only, instead of `at`: whose law. */
                    law_at?: string;
                    /** @description Stream only, instead of `at`: facts as of when. */
                    facts_at?: string;
                    /** @description Stream only, instead of `at`: units as of when. */
                    unit_at?: string;
                    /** @description Stream only: explain every result. Takes much longer. */
                    explain?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "programme": "electricity",
                     *       "unit": "11074",
                     *       "at": "2026-06-01",
                     *       "input": {
                     *         "household": {},
                     *         "members": [
                     *           {
                     *             "id": "a",
                     *             "full_name": "Nguyễn Văn Ất",
                     *             "relation_to_head": "head",
                     *             "birth_date": "1985-05-01"
                     *           }
                     *         ],
                     *         "history": [
                     *           {
                     *             "programme": "poverty",
                     *             "layer": "national",
                     *             "outcome": "class",
                     *             "value": "poor",
                     *             "from": "2025-12-31",
                     *             "decided_on": "2025-12-20"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        programme: string;
                        unit: string;
                        at?: string;
                        moment?: {
                            law_at: string;
                            facts_at: string;
                            unit_at: string;
                        };
                        input: {
                            [key: string]: unknown;
                        };
                        explain?: boolean;
                    };
                    /**
                     * @example {"id":"HD-001","input":{"household":{},"members":[{"id":"a","full_name":"Nguyễn Văn Ất","relation_to_head":"head","birth_date":"1985-05-01"}],"history":[{"programme":"poverty","layer":"national","outcome":"class","value":"poor","from":"2025-12-31","decided_on":"2025-12-20"}]}}
                     *     {"id":"HD-002","input":{"household":{},"members":[{"id":"a","full_name":"Nguyễn Văn Ất","relation_to_head":"head","birth_date":"1985-05-01"}]}}
                     *     {"id":"HD-003","unit":"99999","input":{"household":{},"members":[{"id":"a","full_name":"Nguyễn Văn Ất","relation_to_head":"head","birth_date":"1985-05-01"}]}}
                     */
                    "application/x-ndjson": {
                        id?: string | number;
                        unit?: string;
                        input: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description What was decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        /**
                         * @example {
                         *       "moment": {
                         *         "law_at": "2026-06-01",
                         *         "facts_at": "2026-06-01",
                         *         "unit_at": "2026-06-01"
                         *       },
                         *       "rules": {
                         *         "common": "0000000000000000000000000000000000000000000000000000000000000001",
                         *         "releases": {
                         *           "electricity": {
                         *             "national": "0000000000000000000000000000000000000000000000000000000000000002"
                         *           },
                         *           "poverty": {
                         *             "national": "0000000000000000000000000000000000000000000000000000000000000003"
                         *           },
                         *           "common": {
                         *             "national": "0000000000000000000000000000000000000000000000000000000000000004"
                         *           }
                         *         }
                         *       },
                         *       "releases": [
                         *         {
                         *           "programme": "electricity",
                         *           "hash": "0000000000000000000000000000000000000000000000000000000000000002",
                         *           "valid_from": "2025-05-10"
                         *         },
                         *         {
                         *           "programme": "poverty",
                         *           "hash": "0000000000000000000000000000000000000000000000000000000000000003",
                         *           "valid_from": "2026-01-01",
                         *           "valid_to": "2026-12-31"
                         *         },
                         *         {
                         *           "programme": "common",
                         *           "hash": "0000000000000000000000000000000000000000000000000000000000000004",
                         *           "valid_from": "2024-07-01",
                         *           "valid_to": "2026-06-30"
                         *         }
                         *       ],
                         *       "layers": {
                         *         "national": {
                         *           "outcomes": [],
                         *           "member_outcomes": {
                         *             "a": []
                         *           },
                         *           "entitlements": [
                         *             {
                         *               "id": "electricity_support",
                         *               "state": "granted",
                         *               "title": {
                         *                 "vi": "Hỗ trợ tiền điện",
                         *                 "en": "Electricity support"
                         *               },
                         *               "amount": 59520,
                         *               "missing": [],
                         *               "recipient": "household",
                         *               "bound": "exact",
                         *               "citation": {
                         *                 "document": "28/2014/QĐ-TTg"
                         *               },
                         *               "certainty": "assumed",
                         *               "unit": "VND/month",
                         *               "period": {
                         *                 "every": "month"
                         *               },
                         *               "open": [],
                         *               "assumed": [
                         *                 "electricity_support"
                         *               ],
                         *               "replaced": [],
                         *               "reasons": [
                         *                 "7fepqdncnl"
                         *               ]
                         *             }
                         *           ],
                         *           "programme": "electricity",
                         *           "layer": "national",
                         *           "moment": {
                         *             "law_at": "2026-06-01",
                         *             "facts_at": "2026-06-01",
                         *             "unit_at": "2026-06-01"
                         *           },
                         *           "rules": [],
                         *           "facts": [
                         *             {
                         *               "id": "member_count",
                         *               "title": {
                         *                 "en": "Number of members",
                         *                 "vi": "Số thành viên"
                         *               },
                         *               "missing": [],
                         *               "open": [],
                         *               "assumed": [],
                         *               "replaced": [],
                         *               "value": 1,
                         *               "unit": "persons"
                         *             },
                         *             {
                         *               "id": "head_count",
                         *               "title": {
                         *                 "en": "Members entered as head",
                         *                 "vi": "Số người được ghi là chủ hộ"
                         *               },
                         *               "missing": [],
                         *               "open": [],
                         *               "assumed": [],
                         *               "replaced": [],
                         *               "value": 1,
                         *               "unit": "persons"
                         *             },
                         *             {
                         *               "id": "monthly_support",
                         *               "title": {
                         *                 "en": "Electricity support",
                         *                 "vi": "Mức hỗ trợ tiền điện"
                         *               },
                         *               "missing": [],
                         *               "open": [],
                         *               "assumed": [],
                         *               "replaced": [],
                         *               "value": 59520,
                         *               "unit": "VND/month"
                         *             }
                         *           ]
                         *         }
                         *       }
                         *     }
                         */
                        "application/json": {
                            moment: {
                                law_at: string;
                                facts_at: string;
                                unit_at: string;
                            };
                            rules: {
                                common: string;
                                releases: {
                                    [key: string]: {
                                        national: string;
                                        local?: string[];
                                    };
                                };
                            };
                            releases: {
                                programme: string;
                                hash: string;
                                unit?: string;
                                valid_from?: string;
                                valid_to?: string;
                            }[];
                            layers: {
                                [key: string]: {
                                    outcomes: ({
                                        id: string;
                                        state: "determined" | "undetermined" | "not_applicable";
                                        value?: boolean | number | string[] | string;
                                        possible?: (boolean | number | string[] | string)[];
                                        missing?: {
                                            field: string;
                                            member?: string;
                                        }[];
                                        title: {
                                            vi: string;
                                            en: string;
                                        };
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                    member_outcomes: {
                                        [key: string]: ({
                                            id: string;
                                            state: "determined" | "undetermined" | "not_applicable";
                                            value?: boolean | number | string[] | string;
                                            possible?: (boolean | number | string[] | string)[];
                                            missing?: {
                                                field: string;
                                                member?: string;
                                            }[];
                                            title: {
                                                vi: string;
                                                en: string;
                                            };
                                        } & {
                                            [key: string]: unknown;
                                        })[];
                                    };
                                    entitlements: ({
                                        id: string;
                                        member?: string;
                                        state: "granted" | "refused" | "undetermined";
                                        level?: boolean | number | string[] | string;
                                        amount?: number;
                                        missing?: {
                                            field: string;
                                            member?: string;
                                        }[];
                                        title: {
                                            vi: string;
                                            en: string;
                                        };
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            explanations?: {
                                [key: string]: {
                                    [key: string]: unknown;
                                }[];
                            };
                        };
                        /**
                         * @example {"line":1,"id":"HD-001","decisions":{"electricity":{"layers":{"national":{"outcomes":[],"member_outcomes":{"a":[]},"entitlements":[{"id":"electricity_support","state":"granted","amount":59520}]}}}}}
                         *     {"line":2,"id":"HD-002","decisions":{"electricity":{"layers":{"national":{"outcomes":[],"member_outcomes":{"a":[]},"entitlements":[{"id":"electricity_support","state":"undetermined","missing":[{"field":"history"},{"field":"social_policy_household"},{"field":"monthly_electricity"}]}]}}}}}
                         *     {"line":3,"id":"HD-003","problem":{"type":"urn:tieuchi:problem:unit_not_found","title":"Unit not found","status":404,"code":"unit_not_found","detail":{"vi":"Trong địa bàn của bạn không có đơn vị mã 99999 vào ngày 01/06/2026. Hãy kiểm tra mã và ngày: mã có thể thuộc đơn vị khác vào ngày khác.","en":"Your area has no unit with code 99999 on 01/06/2026. Check code and date: on another day the code may belong to another unit."}}}
                         *     {"end":{"complete":true,"decided":2,"refused":1,"moment":{"law_at":"2026-06-01","facts_at":"2026-06-01","unit_at":"2026-06-01"},"rules":[{"programme":"electricity","units":["11074"],"releases":[{"programme":"electricity","hash":"0000000000000000000000000000000000000000000000000000000000000002","valid_from":"2025-05-10"},{"programme":"poverty","hash":"0000000000000000000000000000000000000000000000000000000000000003","valid_from":"2026-01-01","valid_to":"2026-12-31"},{"programme":"common","hash":"0000000000000000000000000000000000000000000000000000000000000004","valid_from":"2024-07-01","valid_to":"2026-06-30"}]}]}}
                         */
                        "application/x-ndjson": {
                            line: number;
                            id?: string | number;
                            decisions: {
                                [key: string]: {
                                    layers: {
                                        [key: string]: {
                                            outcomes: {
                                                id: string;
                                                state: "determined" | "undetermined" | "not_applicable";
                                                value?: boolean | number | string[] | string;
                                                possible?: (boolean | number | string[] | string)[];
                                                missing?: {
                                                    field: string;
                                                    member?: string;
                                                }[];
                                            }[];
                                            member_outcomes: {
                                                [key: string]: {
                                                    id: string;
                                                    state: "determined" | "undetermined" | "not_applicable";
                                                    value?: boolean | number | string[] | string;
                                                    possible?: (boolean | number | string[] | string)[];
                                                    missing?: {
                                                        field: string;
                                                        member?: string;
                                                    }[];
                                                }[];
                                            };
                                            entitlements: {
                                                id: string;
                                                member?: string;
                                                state: "granted" | "refused" | "undetermined";
                                                level?: boolean | number | string[] | string;
                                                amount?: number;
                                                missing?: {
                                                    field: string;
                                                    member?: string;
                                                }[];
                                                at_most?: number;
                                                from?: string;
                                                to?: string;
                                            }[];
                                        };
                                    };
                                    explanations?: {
                                        [key: string]: {
                                            [key: string]: unknown;
                                        }[];
                                    };
                                };
                            };
                        } | {
                            line: number;
                            id?: string | number;
                            problem: {
                                type: string;
                                title: string;
                                status: number;
                                code: string;
                                detail: {
                                    vi: string;
                                    en: string;
                                };
                                issues?: ({
                                    code: string;
                                    path: (string | number)[];
                                    message: {
                                        vi: string;
                                        en: string;
                                    };
                                } & {
                                    [key: string]: unknown;
                                })[];
                            };
                        } | {
                            end: {
                                complete: boolean;
                                decided: number;
                                refused: number;
                                moment: {
                                    law_at: string;
                                    facts_at: string;
                                    unit_at: string;
                                };
                                rules: {
                                    programme: string;
                                    units: string[];
                                    releases: {
                                        programme: string;
                                        hash: string;
                                        unit?: string;
                                        valid_from?: string;
                                        valid_to?: string;
                                    }[];
                                }[];
                                problem?: {
                                    type: string;
                                    title: string;
                                    status: number;
                                    code: string;
                                    detail: {
                                        vi: string;
                                        en: string;
                                    };
                                    issues?: ({
                                        code: string;
                                        path: (string | number)[];
                                        message: {
                                            vi: string;
                                            en: string;
                                        };
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                };
                            };
                        };
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["NotPermitted"];
                429: components["responses"]["TooMany"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/partner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partner whose key is sent along */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            purpose: string;
                            unit: {
                                id: string;
                                name: string;
                                parents: string[];
                            };
                            programmes: string[];
                            explanations: boolean;
                            requests_per_minute: number;
                            households_per_day: number;
                            valid_to: string;
                            key_start: string;
                            created_at: string;
                            state: "active" | "over" | "revoked";
                            used_at?: string;
                            households_today: number;
                        };
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["NotPermitted"];
                429: components["responses"]["TooMany"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description One of the codes of server/src/plugins/problems.md. */
            code: string;
            detail: components["schemas"]["Words"];
            /** @description Each thing wrong with what was sent: where, which value, and what to do. */
            issues?: {
                code: string;
                /** @enum {unknown} */
                severity: "error" | "warning" | "notice";
                path: (string | number)[];
                params: {
                    [key: string]: unknown;
                };
                message: components["schemas"]["Words"];
            }[];
        };
        Words: {
            vi: string;
            en: string;
        };
    };
    responses: {
        /** @description The request does not have the form described here. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the key is not valid. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Whoever asks may not. */
        NotPermitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A limit of the key is used up. */
        TooMany: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other problem; `code` says which. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

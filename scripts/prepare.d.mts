export declare function keepFewBuilds(siteFolder: string, began: number): void

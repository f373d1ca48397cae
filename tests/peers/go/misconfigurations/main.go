// SPDX-License-Identifier: GPL-3.0-or-later

// Prints what the checks that are built into Trivy find in folders of Kubernetes objects, one JSON object a line: `trivy config` without its downloads.
//
//	misconfigurations FOLDER…    of each folder every file, which holds one object
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/aquasecurity/trivy/pkg/iac/rego"
	"github.com/aquasecurity/trivy/pkg/iac/scanners/kubernetes"
)

type finding struct {
	Folder   string `json:"folder"`
	File     string `json:"file"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	// One scanner for all: compiling the checks takes longer than asking them.
	scanner := kubernetes.NewScanner(rego.WithEmbeddedPolicies(true), rego.WithEmbeddedLibraries(true), rego.WithIncludeDeprecatedChecks(false))
	for _, folder := range os.Args[1:] {
		results, err := scanner.ScanFS(context.Background(), os.DirFS(folder), ".")
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", folder, err)
			os.Exit(1)
		}
		asked := len(results.GetPassed())
		for _, result := range results.GetFailed() {
			asked++
			rule := result.Rule()
			if err := out.Encode(finding{folder, result.Range().GetFilename(), rule.ID, string(result.Severity()), result.Description()}); err != nil {
				os.Exit(1)
			}
		}
		fmt.Fprintf(os.Stderr, "%s: %d answers\n", folder, asked)
	}
}

// SPDX-License-Identifier: GPL-3.0-or-later

// Command logql reads LogQL expressions, one a line of JSON strings, and says which of them Loki's own parser refuses.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/grafana/loki/v3/pkg/logql/syntax"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	refused := 0
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		if _, err := syntax.ParseExpr(text); err != nil {
			fmt.Printf("%s: %v\n", text, err)
			refused++
		}
	}
	if refused > 0 || lines.Err() != nil {
		os.Exit(1)
	}
}

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The states of the page worth a picture: every step of a production plan of real size.
QtObject {
    id: root

    required property PlanController wizard
    required property HardwareController hardware
    required property ReviewController review

    function show(name: string) {
        if (name === "start") {
            root.wizard.discard();
            return;
        }
        if (!root.wizard.document.open) {
            root.wizard.begin("", "prod", "");
            root.wizard.answer("load.eventsPerSecond", "1200");
            root.wizard.settle("load.eventsPerSecond");
        }
        root.wizard.step = name.split("-")[0];
        root.hardware.view = name === "hardware-components" ? "components" : name === "hardware-growth" ? "growth" : "nodes";
        root.review.view = name === "review-findings" ? "findings" : name === "review-reach" ? "reach" : "files";
        if (name === "review-lines") {
            root.review.open("rendered/prod/templates/application/backend.yaml", 115);
        }
        root.hardware.lostNode = "";
        if (name === "hardware-lost") {
            root.hardware.toggleLostNode();
        }
    }
}

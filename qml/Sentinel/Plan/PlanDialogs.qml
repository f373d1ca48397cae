// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

/// The system's own windows for files and folders, each named by what it is for.
Item {
    id: root

    /// Somebody wants the bundle in this folder on a cluster.
    signal deployAsked(string folder)

    required property PlanController wizard
    required property HardwareController hardware
    required property ReviewController review

    function openPlan() {
        planOpen.open();
    }
    function savePlan() {
        if (root.wizard.document.path === "") {
            planSave.open();
        } else {
            root.wizard.document.save();
        }
    }
    function savePlanAs() {
        planSave.open();
    }
    function openInventory() {
        inventoryOpen.open();
    }
    function writeBundle() {
        bundleWrite.open();
    }
    function compareBundle() {
        bundleCompare.open();
    }

    FileDialog {
        id: planOpen
        title: qsTr("Open a plan")
        nameFilters: [qsTr("Plans (*.yaml *.yml)"), qsTr("All files (*)")]
        onAccepted: root.wizard.document.load(selectedFile.toString())
    }
    FileDialog {
        id: planSave
        title: qsTr("Save the plan")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "yaml"
        nameFilters: [qsTr("Plans (*.yaml *.yml)")]
        onAccepted: root.wizard.document.saveAs(selectedFile.toString())
    }
    FileDialog {
        id: inventoryOpen
        title: qsTr("Open an inventory of machines")
        nameFilters: [qsTr("Inventories (*.yaml *.yml)"), qsTr("All files (*)")]
        onAccepted: root.hardware.openInventory(selectedFile.toString())
    }
    FolderDialog {
        id: bundleWrite
        title: qsTr("Write the bundle into a folder")
        onAccepted: root.review.write(selectedFolder.toString())
    }
    FolderDialog {
        id: bundleCompare
        title: qsTr("Compare with the bundle in a folder")
        onAccepted: root.review.compare(selectedFolder.toString())
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Clusters

TestCase {
    id: suite

    name: "ClustersView"
    when: windowShown
    width: 1100
    height: 700
    visible: true

    readonly property string kubeconfig: decodeURIComponent(Qt.resolvedUrl("kubeconfig.yaml").toString().replace(/^file:\/\//, ""))

    Component {
        id: views
        ClustersView {
            width: suite.width
            height: suite.height
            place: ({usable: true, rehearsal: true, kubeconfig: suite.kubeconfig})
        }
    }

    function init() {
        failOnWarning(/.?/);
    }
    function all(item: Item): var {
        return [item].concat(...Array.from(item.children).map(child => all(child)));
    }

    function test_theRehearsalClusterIsThereAndSaysItIsInUse() {
        const view = createTemporaryObject(views, suite);
        waitForRendering(view);
        verify(all(view).some(item => item.Accessible.role === Accessible.ListItem && item.Accessible.name.startsWith("Rehearsal cluster, in use")));
    }

    function test_everythingThatTakesTheFocusHasANameAndARole() {
        const view = createTemporaryObject(views, suite);
        waitForRendering(view);
        const reached = all(view).filter(item => item.activeFocusOnTab && item.visible && item.enabled);
        compare(reached.filter(item => item.Accessible.name === "" || item.Accessible.role === Accessible.NoRole).map(String), []);
        verify(reached.length >= 4, "only " + reached.length + " were found");
    }
}

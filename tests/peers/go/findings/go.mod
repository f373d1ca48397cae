module sentinel.console/peers/findings

go 1.26

require (
	github.com/yannh/kubeconform v0.8.0
	github.com/zegl/kube-score v1.20.0
)

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>ActionBar</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
</context>
<context>
    <name>ActionCommand</name>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Not of the object chosen.</source>
        <translation>El objeto elegido no lo permite.</translation>
    </message>
</context>
<context>
    <name>ActionSheet</name>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Now %1. When somebody changes it meanwhile, nothing is done.</source>
        <translation>Ahora %1. Si alguien lo cambia mientras tanto, no se hace nada.</translation>
    </message>
    <message>
        <source>Type the name: %1</source>
        <translation>Escriba el nombre: %1</translation>
    </message>
    <message>
        <source>This cluster is protected.</source>
        <translation>Este clúster está protegido.</translation>
    </message>
</context>
<context>
    <name>ActivityDetail</name>
    <message>
        <source>The operation chosen</source>
        <translation>La operación elegida</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Go on with it under Deploy</source>
        <translation>Continuar en Desplegar</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fases</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Lo que dice</translation>
    </message>
    <message>
        <source>For each operation: its phases, who began it, every effect before and after it happened, and how it ended.</source>
        <translation>De cada operación: sus fases, quién la empezó, cada efecto antes y después de ocurrir, y cómo terminó.</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Opens the versions; nothing is changed before you confirm.</source>
        <translation>Abre las versiones; nada cambia antes de que usted confirme.</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Read the journal again</source>
        <translation>Leer de nuevo el diario</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Everything this machine did to a cluster is written down before it happens, and cannot be changed unseen.</source>
        <translation>Todo lo que esta máquina hizo en un clúster se anota antes de que ocurra y no puede cambiarse sin que se vea.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operaciones</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>Deploy an example onto the rehearsal cluster: it is the shortest way to a first entry.</source>
        <translation>Despliegue un ejemplo en el clúster de ensayo: es el camino más corto a una primera anotación.</translation>
    </message>
    <message>
        <source>Deploy an example</source>
        <translation>Desplegar un ejemplo</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
</context>
<context>
    <name>AddClustersSheet</name>
    <message>
        <source>Add clusters</source>
        <translation>Añadir clústeres</translation>
    </message>
    <message>
        <source>Contexts of a kubeconfig. Only their names are remembered; keys and tokens stay where they are.</source>
        <translation>Contextos de un kubeconfig. Solo se recuerdan sus nombres; las claves y los tokens se quedan donde están.</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>Empty: what kubectl reads (KUBECONFIG, or .kube/config).</source>
        <translation>Vacío: lo que lee kubectl (KUBECONFIG o .kube/config).</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Leído: %1</translation>
    </message>
    <message>
        <source>what kubectl reads</source>
        <translation>lo que lee kubectl</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextos</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>In force</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambia</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>reading an Argo CD application</source>
        <translation>leer una aplicación de Argo CD</translation>
    </message>
    <message>
        <source>This object is no Application of Argo CD.</source>
        <translation>Este objeto no es una Application de Argo CD.</translation>
    </message>
</context>
<context>
    <name>ApplicationDetail</name>
    <message>
        <source>No Application is chosen</source>
        <translation>No hay ninguna Application elegida</translation>
    </message>
    <message>
        <source>It does not exist any more</source>
        <translation>Ya no existe</translation>
    </message>
    <message>
        <source>Choose an Application</source>
        <translation>Elija una Application</translation>
    </message>
    <message>
        <source>What it brings and how that stands, what its operation does, what was deployed before, and what a sync would change.</source>
        <translation>Qué trae y cómo está, qué hace su operación, qué se desplegó antes y qué cambiaría una sincronización.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>last operation: %1</source>
        <translation>última operación: %1</translation>
    </message>
    <message>
        <source>auto-sync: %1</source>
        <translation>sincronización automática: %1</translation>
    </message>
    <message>
        <source>Views of the Application</source>
        <translation>Vistas de la Application</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Ventanas</translation>
    </message>
</context>
<context>
    <name>ApplicationList</name>
    <message>
        <source>Applications</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>Filter the Applications</source>
        <translation>Filtrar las Applications</translation>
    </message>
    <message>
        <source>Only what is not healthy</source>
        <translation>Solo lo que no está sano</translation>
    </message>
    <message>
        <source>The filter lets nothing through</source>
        <translation>El filtro no deja pasar nada</translation>
    </message>
    <message>
        <source>There is no Application yet</source>
        <translation>Aún no hay ninguna Application</translation>
    </message>
    <message>
        <source>Deploy an example by Argo CD, and it is here.</source>
        <translation>Despliegue un ejemplo con Argo CD y aparecerá aquí.</translation>
    </message>
    <message>
        <source>Deploy an example</source>
        <translation>Desplegar un ejemplo</translation>
    </message>
    <message>
        <source>Name, namespace or cluster</source>
        <translation>Nombre, namespace o clúster</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Orden de la lista</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Ill ones first</source>
        <translation>Primero las no sanas</translation>
    </message>
    <message>
        <source>Out of sync first</source>
        <translation>Primero las desincronizadas</translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation>Por clúster</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s)…</source>
        <translation>
            <numerusform>%n clúster…</numerusform>
            <numerusform>%n clústeres…</numerusform>
        </translation>
    </message>
    <message>
        <source>Clusters…</source>
        <translation>Clústeres…</translation>
    </message>
</context>
<context>
    <name>ApplicationRow</name>
    <message>
        <source>no health yet</source>
        <translation>aún sin salud</translation>
    </message>
    <message>
        <source>%1 in %2 of %3: %4, %5</source>
        <translation>%1 en %2 de %3: %4, %5</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>cluster, namespace</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ArgoLogin</name>
    <message>
        <source>reading a token of Argo CD</source>
        <translation>leer un token de Argo CD</translation>
    </message>
    <message>
        <source>It is none: a token consists of letters, digits, dots, &quot;-&quot; and &quot;_&quot;.</source>
        <translation>No es un token: un token consta de letras, dígitos, puntos, «-» y «_».</translation>
    </message>
</context>
<context>
    <name>ArgoServer</name>
    <message>
        <source>%1 does not accept the token; &quot;argocd login&quot; gets a new one.</source>
        <translation>%1 no acepta el token; «argocd login» obtiene uno nuevo.</translation>
    </message>
    <message>
        <source>%1 does not allow it.</source>
        <translation>%1 no lo permite.</translation>
    </message>
    <message>
        <source>%1 does not allow it: %2</source>
        <translation>%1 no lo permite: %2</translation>
    </message>
    <message>
        <source>%1 knows no such thing.</source>
        <translation>%1 no conoce tal cosa.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2.</source>
        <translation>%1 respondió con HTTP %2.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2: %3</source>
        <translation>%1 respondió con HTTP %2: %3</translation>
    </message>
    <message>
        <source>asking Argo CD&apos;s server</source>
        <translation>preguntar al servidor de Argo CD</translation>
    </message>
    <message>
        <source>What answers at %1 is no Argo CD: its answer is no JSON object.</source>
        <translation>Lo que responde en %1 no es un Argo CD: su respuesta no es un objeto JSON.</translation>
    </message>
    <message>
        <source>What %1 rendered is no manifest.</source>
        <translation>Lo que generó %1 no es un manifiesto.</translation>
    </message>
    <message>
        <source>finding Argo CD&apos;s server</source>
        <translation>buscar el servidor de Argo CD</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of an Argo CD: it begins with https:// and a host.</source>
        <translation>«%1» no es la dirección de un Argo CD: empieza por https:// y un host.</translation>
    </message>
    <message>
        <source>There is no login for %1; &quot;argocd login %2&quot; makes one.</source>
        <translation>No hay inicio de sesión para %1; «argocd login %2» crea uno.</translation>
    </message>
    <message>
        <source>Argo CD in %1 names no address of its server.</source>
        <translation>Argo CD en %1 no indica ninguna dirección de su servidor.</translation>
    </message>
    <message>
        <source>Through the API server a token has to be given: ARGOCD_AUTH_TOKEN holds none.</source>
        <translation>A través del servidor de API hay que dar un token: ARGOCD_AUTH_TOKEN no contiene ninguno.</translation>
    </message>
    <message>
        <source>Argo CD&apos;s server is not asked here.</source>
        <translation>Aquí no se pregunta al servidor de Argo CD.</translation>
    </message>
</context>
<context>
    <name>AutoSync</name>
    <message>
        <source>Auto-sync of %1 is on.</source>
        <translation>La sincronización automática de %1 está activada.</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is off.</source>
        <translation>La sincronización automática de %1 está desactivada.</translation>
    </message>
    <message>
        <source>switching auto-sync of %1</source>
        <translation>cambiar la sincronización automática de %1</translation>
    </message>
    <message>
        <source>It was switched on, and somebody put it back at once: it is off.</source>
        <translation>Se activó y alguien la devolvió al instante a como estaba: está desactivada.</translation>
    </message>
    <message>
        <source>It was switched off, and somebody put it back at once: it is on.</source>
        <translation>Se desactivó y alguien la devolvió al instante a como estaba: está activada.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>BundleFolderDialog</name>
    <message>
        <source>Choose a bundle</source>
        <translation>Elegir un bundle</translation>
    </message>
</context>
<context>
    <name>CertificateDetail</name>
    <message>
        <source>The certificate chosen</source>
        <translation>El certificado elegido</translation>
    </message>
    <message>
        <source>What holds it up</source>
        <translation>Qué lo retiene</translation>
    </message>
    <message>
        <source>Renew it…</source>
        <translation>Renovarlo…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>Qué se sabe de él</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Lo que dice</translation>
    </message>
    <message>
        <source>For each certificate: until when it is good, what holds it up at the root, and what its Secret really holds.</source>
        <translation>De cada certificado: hasta cuándo es válido, la causa raíz de lo que lo retiene y lo que contiene de verdad su Secret.</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Renew the certificate…</source>
        <translation>Renovar el certificado…</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Look at the certificates again</source>
        <translation>Mirar de nuevo los certificados</translation>
    </message>
    <message>
        <source>Renew %1?</source>
        <translation>¿Renovar %1?</translation>
    </message>
    <message>
        <source>cert-manager issues a new one; the certificate of before serves until that is there.</source>
        <translation>cert-manager emite uno nuevo; el certificado anterior sirve hasta que el nuevo exista.</translation>
    </message>
    <message>
        <source>Renew it</source>
        <translation>Renovarlo</translation>
    </message>
    <message>
        <source>What cert-manager keeps on this cluster, and what its Secrets really hold.</source>
        <translation>Lo que cert-manager mantiene en este clúster, y lo que contienen de verdad sus Secrets.</translation>
    </message>
    <message>
        <source>Deploy an environment whose plan asks for a certificate (network.tls); it appears here while it is issued.</source>
        <translation>Despliegue un entorno cuyo plan pida un certificado (network.tls); aparece aquí mientras se emite.</translation>
    </message>
</context>
<context>
    <name>ChainLink</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>changing %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>Others kept writing to it; try again when they are done.</source>
        <translation>Otros no dejaron de escribir en ella; inténtelo de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>Argo CD has not done it within a minute; its operation says: %1</source>
        <translation>Argo CD no lo ha hecho en un minuto; su operación dice: %1</translation>
    </message>
    <message>
        <source>Argo CD did not answer within a minute; is its application controller running?</source>
        <translation>Argo CD no respondió en un minuto; ¿está en marcha su application controller?</translation>
    </message>
    <message>
        <source>%1 is compared with Git again.</source>
        <translation>%1 se compara de nuevo con Git.</translation>
    </message>
    <message>
        <source>comparing %1 with Git</source>
        <translation>comparar %1 con Git</translation>
    </message>
    <message>
        <source>ending the operation of %1</source>
        <translation>terminar la operación de %1</translation>
    </message>
    <message>
        <source>The operation of %1 is ended.</source>
        <translation>La operación de %1 se ha terminado.</translation>
    </message>
    <message>
        <source>No operation runs.</source>
        <translation>No hay ninguna operación en curso.</translation>
    </message>
    <message>
        <source>Argo CD has not begun it yet; try again in a moment.</source>
        <translation>Argo CD aún no la ha empezado; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>What %1 wants to delete may go.</source>
        <translation>Lo que %1 quiere eliminar puede eliminarse.</translation>
    </message>
</context>
<context>
    <name>ChangeRelease</name>
    <message>
        <source>There is no chart in %1.</source>
        <translation>No hay ningún chart en %1.</translation>
    </message>
    <message>
        <source>There is no value file %1.</source>
        <translation>No existe el archivo de valores %1.</translation>
    </message>
    <message>
        <source>installing the release %1</source>
        <translation>instalar la release %1</translation>
    </message>
    <message>
        <source>rolling the release %1 back</source>
        <translation>revertir la release %1</translation>
    </message>
    <message>
        <source>A rollback names the revision it goes to.</source>
        <translation>Una reversión dice a qué revisión vuelve.</translation>
    </message>
    <message>
        <source>uninstalling the release %1</source>
        <translation>desinstalar la release %1</translation>
    </message>
</context>
<context>
    <name>ChartSource</name>
    <message>
        <source>reading the chart&apos;s values</source>
        <translation>leer los values del chart</translation>
    </message>
    <message>
        <source>The helm parameter “%1” names a place in a list, which only Argo CD can set.</source>
        <translation>El parámetro de helm “%1” indica una posición de una lista, que solo Argo CD puede fijar.</translation>
    </message>
    <message>
        <source>The value file %1 is on another server, which only Argo CD may ask.</source>
        <translation>El archivo de valores %1 está en otro servidor, al que solo Argo CD puede preguntar.</translation>
    </message>
    <message>
        <source>No source has the ref “%1” of %2.</source>
        <translation>Ningún origen tiene el ref “%1” de %2.</translation>
    </message>
    <message>
        <source>There is no value file %1 in this revision.</source>
        <translation>En esta revisión no existe el archivo de valores %1.</translation>
    </message>
</context>
<context>
    <name>CheckBundle</name>
    <message>
        <source>checking the bundle</source>
        <translation>comprobar el bundle</translation>
    </message>
    <message>
        <source>%1 holds no sentinel-plan.yaml, so it is no bundle.</source>
        <translation>%1 no contiene sentinel-plan.yaml, así que no es un bundle.</translation>
    </message>
    <message>
        <source>The bundle has no environment %1; it has %2.</source>
        <translation>El bundle no tiene el entorno %1; tiene %2.</translation>
    </message>
</context>
<context>
    <name>CheckOut</name>
    <message>
        <source>checking a revision out</source>
        <translation>extraer una revisión</translation>
    </message>
    <message>
        <source>repository not found: %1</source>
        <translation>repositorio no encontrado: %1</translation>
    </message>
    <message>
        <source>unable to resolve &apos;%1&apos; to a commit SHA</source>
        <translation>no se puede resolver &apos;%1&apos; a un SHA de commit</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 no puede crearse.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 no puede escribirse.</translation>
    </message>
</context>
<context>
    <name>CheckState</name>
    <message>
        <source>Before your last answers</source>
        <translation>Anterior a sus últimas respuestas</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>CheckSteps</name>
    <message>
        <source>Steps of the test</source>
        <translation>Pasos de la prueba</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Siguiente: %1</translation>
    </message>
</context>
<context>
    <name>CheckedRow</name>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Ir a la respuesta</translation>
    </message>
    <message>
        <source>Go to the answer: %1</source>
        <translation>Ir a la respuesta: %1</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ClusterCheckCard</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Test and explain</source>
        <translation>Probar y explicar</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>The pages work with this cluster from then on</source>
        <translation>Desde entonces las páginas trabajan con este clúster</translation>
    </message>
    <message>
        <source>Only you can allow it. Nothing has been run or sent.</source>
        <translation>Solo usted puede permitirlo. No se ha ejecutado ni enviado nada.</translation>
    </message>
    <message>
        <source>Look and decide…</source>
        <translation>Mirar y decidir…</translation>
    </message>
    <message>
        <source>The test reads the kubeconfig, looks the server up, connects, verifies its certificate, signs in and asks what you may do. It changes nothing.</source>
        <translation>La prueba lee el kubeconfig, busca el servidor, se conecta, verifica su certificado, inicia sesión y pregunta qué puede hacer usted. No cambia nada.</translation>
    </message>
</context>
<context>
    <name>ClusterDetail</name>
    <message>
        <source>How it is treated</source>
        <translation>Cómo se le trata</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Quitar de la lista…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Yours alone; the context keeps its own.</source>
        <translation>Solo suyo; el contexto conserva el propio.</translation>
    </message>
    <message>
        <source>Colour of the band</source>
        <translation>Color de la banda</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>The band of a protected cluster is red.</source>
        <translation>La banda de un clúster protegido es roja.</translation>
    </message>
</context>
<context>
    <name>ClusterNotices</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message numerus="yes">
        <source>%n more cluster(s) cannot be reached.</source>
        <translation>
            <numerusform>%n clúster más no responde.</numerusform>
            <numerusform>%n clústeres más no responden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterRow</name>
    <message>
        <source>%1, in use, %2, %3, %4</source>
        <translation>%1, en uso, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
</context>
<context>
    <name>ClusterSheet</name>
    <message>
        <source>Use a real cluster</source>
        <translation>Usar un clúster real</translation>
    </message>
    <message>
        <source>Nothing is changed there by choosing it. The rehearsal cluster ends, and the band shows where you are from then on.</source>
        <translation>Elegirlo no cambia nada en él. El clúster de ensayo termina, y la banda muestra desde entonces dónde está usted.</translation>
    </message>
    <message>
        <source>Use this cluster</source>
        <translation>Usar este clúster</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>Add a cluster first.</source>
        <translation>Añada antes un clúster.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
    <message>
        <source>No cluster of yours is known yet</source>
        <translation>Aún no se conoce ningún clúster suyo</translation>
    </message>
    <message>
        <source>Add contexts of a kubeconfig. Adding asks nothing of a cluster and changes nothing there.</source>
        <translation>Añada contextos de un kubeconfig. Añadirlos no pide nada a ningún clúster ni cambia nada en él.</translation>
    </message>
    <message>
        <source>Add clusters…</source>
        <translation>Añadir clústeres…</translation>
    </message>
</context>
<context>
    <name>ClustersDialogs</name>
    <message>
        <source>Remove %1 from the list?</source>
        <translation>¿Quitar %1 de la lista?</translation>
    </message>
    <message>
        <source>Nothing changes in the cluster or in the kubeconfig. Its protection and colour are forgotten.</source>
        <translation>No cambia nada en el clúster ni en el kubeconfig. Se olvidan su protección y su color.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>ClustersSheet</name>
    <message>
        <source>Clusters in this list</source>
        <translation>Clústeres de esta lista</translation>
    </message>
    <message>
        <source>Applications of every cluster ticked are listened to at once. Nothing is changed there by ticking it.</source>
        <translation>Se escuchan a la vez las Applications de todos los clústeres marcados. Marcarlos no cambia nada en ellos.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It is in use, so it is always shown.</source>
        <translation>Está en uso, así que siempre se muestra.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>No cluster of yours is known yet</source>
        <translation>Aún no se conoce ningún clúster suyo</translation>
    </message>
    <message>
        <source>Settings, Clusters adds contexts of a kubeconfig.</source>
        <translation>Ajustes, Clústeres añade contextos de un kubeconfig.</translation>
    </message>
</context>
<context>
    <name>ClustersView</name>
    <message>
        <source>Each is a context of a kubeconfig; nothing of it is copied. What stands here says how this console treats it.</source>
        <translation>Cada uno es un contexto de un kubeconfig; nada de él se copia. Lo que figura aquí dice cómo lo trata esta consola.</translation>
    </message>
    <message>
        <source>Add clusters…</source>
        <translation>Añadir clústeres…</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
    <message>
        <source>Your own clusters</source>
        <translation>Sus propios clústeres</translation>
    </message>
    <message>
        <source>Add contexts of a kubeconfig. Adding asks nothing of a cluster and changes nothing there.</source>
        <translation>Añada contextos de un kubeconfig. Añadirlos no pide nada a ningún clúster ni cambia nada en él.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>File content</source>
        <translation>Contenido del archivo</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar el comando</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Ningún comando coincide</translation>
    </message>
</context>
<context>
    <name>CompareApplication</name>
    <message>
        <source>The cluster did not allow a dry run, so only what the sources say is compared; what a sync would take away may be missing here.</source>
        <translation>El clúster no permitió un dry run, así que solo se compara lo que dicen los orígenes; aquí puede faltar lo que una sincronización quitaría.</translation>
    </message>
    <message>
        <source>Argo CD&apos;s server hides what is in it.</source>
        <translation>El servidor de Argo CD oculta lo que contiene.</translation>
    </message>
</context>
<context>
    <name>ComponentRow</name>
    <message>
        <source>%1, %2 pods, asks for %3, at most %4, volume %5</source>
        <translation>%1, %2 Pods, solicita %3, como máximo %4, volumen %5</translation>
    </message>
</context>
<context>
    <name>ComponentsTable</name>
    <message>
        <source>Component</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Solicita</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
</context>
<context>
    <name>ConfirmSheet</name>
    <message>
        <source>Deploy %1 to %2?</source>
        <translation>¿Desplegar %1 en %2?</translation>
    </message>
    <message>
        <source>This cluster is protected. Users may notice what is changed here.</source>
        <translation>Este clúster está protegido. Los usuarios pueden notar lo que se cambie aquí.</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>Desplegar %1</translation>
    </message>
    <message>
        <source>Type %1 first</source>
        <translation>Escriba antes %1</translation>
    </message>
    <message>
        <source>Type the name of the environment: %1</source>
        <translation>Escriba el nombre del entorno: %1</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>Nombre del entorno</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Allow this program</source>
        <translation>Permitir este programa</translation>
    </message>
    <message>
        <source>Allow this server</source>
        <translation>Permitir este servidor</translation>
    </message>
    <message>
        <source>Tick that you know what it means first.</source>
        <translation>Marque antes que sabe lo que significa.</translation>
    </message>
    <message>
        <source>It runs with your rights, on this machine</source>
        <translation>Se ejecuta con sus derechos, en esta máquina</translation>
    </message>
    <message>
        <source>Anybody between you and this server can read and change everything</source>
        <translation>Cualquiera entre usted y este servidor puede leerlo y cambiarlo todo</translation>
    </message>
    <message>
        <source>A kubeconfig comes from others and can name any program. Allow it only if you know it; when its file or its arguments change, you are asked again.</source>
        <translation>Un kubeconfig viene de otros y puede nombrar cualquier programa. Permítalo solo si lo conoce; si cambian su archivo o sus argumentos, se le preguntará de nuevo.</translation>
    </message>
    <message>
        <source>That includes your sign-in. Better: ask whoever runs the cluster for its certificate authority. What you allow is this address only.</source>
        <translation>Eso incluye su inicio de sesión. Mejor: pida a quien lleva el clúster su autoridad de certificación. Lo que permite es solo esta dirección.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>number and argument</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Variables set for it</source>
        <translation>Variables que se le dan</translation>
    </message>
    <message>
        <source>Their values may be secrets and are not shown.</source>
        <translation>Sus valores pueden ser secretos y no se muestran.</translation>
    </message>
    <message>
        <source>SHA-256 of its file</source>
        <translation>SHA-256 de su archivo</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>I know that nobody verifies who answers at this address</source>
        <translation>Sé que nadie verifica quién responde en esta dirección</translation>
    </message>
</context>
<context>
    <name>ContextBand</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PROTECTED</source>
        <translation>PROTEGIDO</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Arrancarlo de nuevo</translation>
    </message>
    <message>
        <source>Use the rehearsal cluster</source>
        <translation>Usar el clúster de ensayo</translation>
    </message>
    <message>
        <source>Another cluster…</source>
        <translation>Otro clúster…</translation>
    </message>
    <message>
        <source>Use a real cluster…</source>
        <translation>Usar un clúster real…</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>SOLO LECTURA</translation>
    </message>
</context>
<context>
    <name>ContextRow</name>
    <message>
        <source>It is in the list as %1.</source>
        <translation>Está en la lista como %1.</translation>
    </message>
    <message>
        <source>%1 · protection to begin with: %2</source>
        <translation>%1 · protección inicial: %2</translation>
    </message>
</context>
<context>
    <name>DeployActions</name>
    <message>
        <source>Speed of the rehearsal&apos;s time</source>
        <translation>Velocidad del tiempo del ensayo</translation>
    </message>
    <message>
        <source>Break something…</source>
        <translation>Romper algo…</translation>
    </message>
    <message>
        <source>Faults of the rehearsal cluster: a lost node, an image that does not exist, a full volume</source>
        <translation>Fallos del clúster de ensayo: un nodo perdido, una imagen que no existe, un volumen lleno</translation>
    </message>
    <message>
        <source>Stop the deploy…</source>
        <translation>Detener el despliegue…</translation>
    </message>
    <message>
        <source>Deploy again…</source>
        <translation>Desplegar de nuevo…</translation>
    </message>
    <message>
        <source>Preflight…</source>
        <translation>Comprobación previa…</translation>
    </message>
    <message>
        <source>Whether it would come up on this cluster; nothing is changed</source>
        <translation>Si arrancaría en este clúster; no se cambia nada</translation>
    </message>
</context>
<context>
    <name>DeployBanners</name>
    <message>
        <source>Connect again</source>
        <translation>Conectar de nuevo</translation>
    </message>
    <message>
        <source>Broken on purpose: %1</source>
        <translation>Roto a propósito: %1</translation>
    </message>
    <message>
        <source>Mend everything</source>
        <translation>Reparar todo</translation>
    </message>
    <message>
        <source>%1
Broken on purpose: %2</source>
        <translation>%1
Roto a propósito: %2</translation>
    </message>
</context>
<context>
    <name>DeployChoice</name>
    <message>
        <source>What to deploy</source>
        <translation>Qué desplegar</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Make an example</source>
        <translation>Crear un ejemplo</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Vía</translation>
    </message>
</context>
<context>
    <name>DeployCommands</name>
    <message>
        <source>Only a rehearsal cluster can do that.</source>
        <translation>Solo un clúster de ensayo puede hacerlo.</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation>Está en marcha.</translation>
    </message>
    <message>
        <source>Stop the deploy…</source>
        <translation>Detener el despliegue…</translation>
    </message>
    <message>
        <source>No deploy is under way.</source>
        <translation>No hay ningún despliegue en marcha.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>Elegir un bundle…</translation>
    </message>
    <message>
        <source>A deploy is under way.</source>
        <translation>Hay un despliegue en marcha.</translation>
    </message>
    <message>
        <source>Make an example</source>
        <translation>Crear un ejemplo</translation>
    </message>
    <message>
        <source>Show all objects</source>
        <translation>Mostrar todos los objetos</translation>
    </message>
    <message>
        <source>Show what needs attention</source>
        <translation>Mostrar lo que pide atención</translation>
    </message>
    <message>
        <source>Break something…</source>
        <translation>Romper algo…</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Mend everything</source>
        <translation>Reparar todo</translation>
    </message>
    <message>
        <source>Nothing is broken on purpose.</source>
        <translation>No hay nada roto a propósito.</translation>
    </message>
    <message>
        <source>Let the rehearsal&apos;s time run as it is</source>
        <translation>Dejar que el tiempo del ensayo corra tal cual</translation>
    </message>
    <message>
        <source>Let the rehearsal&apos;s time run 60 times faster</source>
        <translation>Dejar que el tiempo del ensayo corra 60 veces más rápido</translation>
    </message>
    <message>
        <source>Preflight: would it come up?</source>
        <translation>Comprobación previa: ¿arrancaría?</translation>
    </message>
    <message>
        <source>Stop and roll back…</source>
        <translation>Detener y revertir…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Make the example&apos;s next version, to upgrade to</source>
        <translation>Crear la próxima versión del ejemplo, a la que actualizar</translation>
    </message>
</context>
<context>
    <name>DeployDialogs</name>
    <message>
        <source>Stop the deploy of %1?</source>
        <translation>¿Detener el despliegue de %1?</translation>
    </message>
    <message>
        <source>It stops at the next safe point. What was made stays in the cluster and goes on coming up; deploy again to go on from there.</source>
        <translation>Se detiene en el próximo punto seguro. Lo creado queda en el clúster y sigue arrancando; despliegue de nuevo para continuar desde ahí.</translation>
    </message>
    <message>
        <source>Stop the deploy</source>
        <translation>Detener el despliegue</translation>
    </message>
    <message>
        <source>Go on deploying</source>
        <translation>Seguir desplegando</translation>
    </message>
    <message>
        <source>Deploy %1 to %2?</source>
        <translation>¿Desplegar %1 en %2?</translation>
    </message>
</context>
<context>
    <name>DeployPage</name>
    <message>
        <source>A deploy is under way. It stops at the next safe point; what is done stays, and it goes on when you deploy again.</source>
        <translation>Hay un despliegue en marcha. Se detiene en el próximo punto seguro; lo hecho se queda y continúa cuando despliegue de nuevo.</translation>
    </message>
    <message>
        <source>A guard watches the last deploy and ends with the console: nobody goes back by itself then.</source>
        <translation>Un guardián vigila el último despliegue y termina con la consola: después nada se revierte por sí solo.</translation>
    </message>
</context>
<context>
    <name>DesiredState</name>
    <message>
        <source>reading what the application should be</source>
        <translation>leer lo que debería ser la aplicación</translation>
    </message>
    <message>
        <source>The chart “%1” comes from a Helm repository, which only Argo CD reads; charts in Git are rendered here.</source>
        <translation>El chart “%1” viene de un repositorio de Helm, que solo lee Argo CD; aquí se generan los charts que están en Git.</translation>
    </message>
    <message>
        <source>The source is made by a plugin of Argo CD, which runs nowhere else.</source>
        <translation>El origen lo genera un plugin de Argo CD, que no se ejecuta en ningún otro sitio.</translation>
    </message>
    <message>
        <source>The source is made by kustomize, which only Argo CD runs.</source>
        <translation>El origen lo genera kustomize, que solo ejecuta Argo CD.</translation>
    </message>
    <message>
        <source>The source lies in a registry (oci://), which only Argo CD reads.</source>
        <translation>El origen está en un registro (oci://), que solo lee Argo CD.</translation>
    </message>
    <message>
        <source>Submodules of %1 are not read here; Argo CD reads them.</source>
        <translation>Los submódulos de %1 no se leen aquí; los lee Argo CD.</translation>
    </message>
    <message>
        <source>There is no folder %1 in this revision.</source>
        <translation>En esta revisión no existe la carpeta %1.</translation>
    </message>
    <message>
        <source>The source is a Helm chart, and there is no helm here.</source>
        <translation>El origen es un chart de Helm, y aquí no hay helm.</translation>
    </message>
    <message>
        <source>The Application has no source.</source>
        <translation>La Application no tiene ningún origen.</translation>
    </message>
    <message>
        <source>Argo CD&apos;s server (%1) made the manifests: %2</source>
        <translation>El servidor de Argo CD (%1) generó los manifiestos: %2</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DirectorySource</name>
    <message>
        <source>reading a source</source>
        <translation>leer un origen</translation>
    </message>
    <message>
        <source>%1 leads out of the repository.</source>
        <translation>%1 lleva fuera del repositorio.</translation>
    </message>
    <message>
        <source>reading manifests</source>
        <translation>leer manifiestos</translation>
    </message>
    <message>
        <source>The source runs jsonnet, which only Argo CD can do.</source>
        <translation>El origen ejecuta jsonnet, algo que solo puede hacer Argo CD.</translation>
    </message>
</context>
<context>
    <name>DraftRow</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Continuar con %1</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Drop the draft of %1</source>
        <translation>Descartar el borrador de %1</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Not finished yet</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Drafts are kept on this machine until you discard them.</source>
        <translation>Los borradores se guardan en esta máquina hasta que usted los descarte.</translation>
    </message>
    <message>
        <source>not saved to a file yet</source>
        <translation>aún sin guardar en un archivo</translation>
    </message>
</context>
<context>
    <name>EnvironmentBar</name>
    <message>
        <source>Answers for</source>
        <translation>Respuestas para</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>The cluster has said nothing about it in the last hour.</source>
        <translation>El clúster no ha dicho nada sobre él en la última hora.</translation>
    </message>
</context>
<context>
    <name>EventsView</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>The cluster has said nothing about it in the last hour.</source>
        <translation>El clúster no ha dicho nada de él en la última hora.</translation>
    </message>
</context>
<context>
    <name>FaultsSheet</name>
    <message>
        <source>Break something</source>
        <translation>Romper algo</translation>
    </message>
    <message>
        <source>Only the rehearsal cluster is hurt. Watch what waits, read why, then mend it.</source>
        <translation>Solo sufre el clúster de ensayo. Mire qué espera, lea por qué y repárelo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>broken now</source>
        <translation>roto ahora</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Romper</translation>
    </message>
    <message>
        <source>Mend: %1</source>
        <translation>Reparar: %1</translation>
    </message>
    <message>
        <source>Break: %1</source>
        <translation>Romper: %1</translation>
    </message>
    <message>
        <source>This cluster offers nothing to break.</source>
        <translation>Este clúster no ofrece nada que romper.</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>FileTree</name>
    <message>
        <source>Files of the bundle</source>
        <translation>Archivos del bundle</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>Views of the file</source>
        <translation>Vistas del archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Content of %1</source>
        <translation>Contenido de %1</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>Cambiar la respuesta</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All %1</source>
        <translation>Todos %1</translation>
    </message>
    <message>
        <source>Needs attention %1</source>
        <translation>Requieren atención %1</translation>
    </message>
    <message>
        <source>Filter: words, ns:, label:, status:</source>
        <translation>Filtro: palabras, ns:, label:, status:</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Words that stand in a row; ns:shop, label:app=web,tier!=cache, status:bad (good, waiting, done, unknown).</source>
        <translation>Palabras que figuran en una fila; ns:shop, label:app=web,tier!=cache, status:bad (good, waiting, done, unknown).</translation>
    </message>
</context>
<context>
    <name>FindingsEmpty</name>
    <message>
        <source>All findings are hidden</source>
        <translation>Todos los hallazgos están ocultos</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Aún nada que mostrar</translation>
    </message>
    <message>
        <source>Every object that would be installed is as the rules want it.</source>
        <translation>Cada objeto que se instalaría es como lo quieren las reglas.</translation>
    </message>
    <message>
        <source>What is found stands here as soon as it can be checked.</source>
        <translation>Lo que se halle estará aquí en cuanto se pueda comprobar.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor predeterminado</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Volver a %1</translation>
    </message>
</context>
<context>
    <name>FormulaCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Proviene de</translation>
    </message>
</context>
<context>
    <name>FreshBadge</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>GeneralSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation>Idioma y apariencia</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Also with Ctrl and +, − or 0.</source>
        <translation>También con Ctrl y +, − o 0.</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Dónde se guarda todo</translation>
    </message>
    <message>
        <source>All on this machine, readable by you only. Nothing is sent anywhere.</source>
        <translation>Todo en esta máquina, y solo usted puede leerlo. No se envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Sentinel Console %1. Free software under the GNU General Public License, version 3 or later; what it writes into a bundle is under the Apache License 2.0.</source>
        <translation>Sentinel Console %1. Software libre bajo la GNU General Public License, versión 3 o posterior; lo que escribe en un bundle está bajo la Apache License 2.0.</translation>
    </message>
    <message>
        <source>Changes apply at once and are remembered.</source>
        <translation>Los cambios se aplican de inmediato y se recuerdan.</translation>
    </message>
</context>
<context>
    <name>Git</name>
    <message>
        <source>Git failed without a word.</source>
        <translation>Git falló sin decir palabra.</translation>
    </message>
    <message>
        <source>“%1” is no address of a Git repository.</source>
        <translation>«%1» no es la dirección de un repositorio Git.</translation>
    </message>
    <message>
        <source>The address of the repository holds a password, which everyone on this machine could see. Take it out and let Git&apos;s credential helper keep it.</source>
        <translation>La dirección del repositorio lleva una contraseña que cualquiera en esta máquina podría ver. Quítela y deje que la guarde el ayudante de credenciales de Git.</translation>
    </message>
    <message>
        <source>There is no git on PATH. Install Git 2.30 or newer.</source>
        <translation>No hay git en PATH. Instale Git 2.30 o posterior.</translation>
    </message>
</context>
<context>
    <name>GoToCommand</name>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
</context>
<context>
    <name>GroupEditor</name>
    <message>
        <source>Remove entry %1 of %2</source>
        <translation>Quitar la entrada %1 de %2</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Agregar una entrada</translation>
    </message>
    <message>
        <source>Add an entry to %1</source>
        <translation>Agregar una entrada a %1</translation>
    </message>
</context>
<context>
    <name>GrowthView</name>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Eventos por segundo</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>SSD</translation>
    </message>
    <message>
        <source>Cost per month</source>
        <translation>Costo por mes</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
</context>
<context>
    <name>GuardBanner</name>
    <message>
        <source>Stop the guard</source>
        <translation>Detener el guardián</translation>
    </message>
    <message>
        <source>What was deployed stays as it is.</source>
        <translation>Lo desplegado queda como está.</translation>
    </message>
</context>
<context>
    <name>GuardChoice</name>
    <message>
        <source>Go back by itself when it fails newly</source>
        <translation>Revertir por sí solo si algo falla de nuevo</translation>
    </message>
</context>
<context>
    <name>HardwareView</name>
    <message>
        <source>Hardware this plan needs</source>
        <translation>Hardware que necesita este plan</translation>
    </message>
    <message>
        <source>The machines it runs on</source>
        <translation>Las máquinas en las que se ejecuta</translation>
    </message>
    <message>
        <source>Prices and more settings</source>
        <translation>Precios y más ajustes</translation>
    </message>
</context>
<context>
    <name>HelmBinary</name>
    <message>
        <source>looking for helm</source>
        <translation>buscar helm</translation>
    </message>
    <message>
        <source>Helm %1 is too old. Install Helm 4.1 or newer, or 3.18 or newer.</source>
        <translation>Helm %1 es demasiado antiguo. Instale Helm 4.1 o posterior, o 3.18 o posterior.</translation>
    </message>
    <message>
        <source>There is no helm on PATH. Install Helm 4.1 or newer (3.18 or newer also works): https://helm.sh/docs/intro/install.</source>
        <translation>No hay helm en PATH. Instale Helm 4.1 o posterior (3.18 o posterior también sirve): https://helm.sh/docs/intro/install.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>From nothing to a bundle</source>
        <translation>De cero a un bundle</translation>
    </message>
    <message>
        <source>1. Choose the profile that comes closest. 2. Go through the steps; every question has a usual answer, so change only what is different with you. 3. Look at Hardware: it shows the machines, what fills them and what one lost node does. 4. Under Review read the findings, look at the files and write the bundle into a folder.</source>
        <translation>1. Elija el perfil que más se acerque. 2. Recorra los pasos; cada pregunta tiene una respuesta habitual, así que cambie solo lo que en su caso sea distinto. 3. Mire Hardware: muestra las máquinas, qué las llena y qué provoca la pérdida de un nodo. 4. En Revisión, lea los hallazgos, mire los archivos y escriba el bundle en una carpeta.</translation>
    </message>
    <message>
        <source>A plan is a file</source>
        <translation>Un plan es un archivo</translation>
    </message>
    <message>
        <source>It holds only what you answered, in YAML, and belongs into Git. Several environments share the answers under &quot;spec&quot; and set apart what differs. The console changes the one line it must and keeps your comments.</source>
        <translation>Contiene solo lo que usted respondió, en YAML, y su lugar es Git. Varios entornos comparten las respuestas bajo &quot;spec&quot; y separan lo que difiere. La consola cambia solo la línea necesaria y conserva sus comentarios.</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>De dónde vienen las cifras</translation>
    </message>
    <message>
        <source>Every figure opens its formula with your own numbers, its source and the answers it depends on. Start large, measure, then scale down.</source>
        <translation>Cada cifra abre su fórmula con sus propios números, su fuente y las respuestas de las que depende. Empiece en grande, mida y luego reduzca.</translation>
    </message>
    <message>
        <source>What a bundle is</source>
        <translation>Qué es un bundle</translation>
    </message>
    <message>
        <source>A folder with everything an installation needs: the chart, its values, certificate issuers, network policies, Argo CD objects, the list of images and a guide. The same plan gives the same bytes. It holds no secrets: the guide says which ones to create.</source>
        <translation>Una carpeta con todo lo que necesita una instalación: el chart, sus values, emisores de certificados, políticas de red, objetos de Argo CD, la lista de imágenes y una guía. El mismo plan da los mismos bytes. No contiene secretos: la guía indica cuáles crear.</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secretos</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>What you type is kept as a draft on this machine, also when the console is closed or crashes. The first page lists drafts; they go when you discard them.</source>
        <translation>Lo que usted escribe se guarda como borrador en esta máquina, también si la consola se cierra o falla. La primera página muestra los borradores; desaparecen cuando usted los descarta.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command, Ctrl+/ shows all keys.</source>
        <translation>Ctrl+K encuentra todos los comandos, Ctrl+/ muestra todas las teclas.</translation>
    </message>
    <message>
        <source>A plan and a bundle hold no passwords and keys: answers name a Secret of the cluster, and known public default passwords are refused. A deploy makes up what may be random and asks once for what only you have; that goes into the cluster and nowhere else.</source>
        <translation>Un plan y un bundle no contienen contraseñas ni claves: las respuestas nombran un Secret del clúster, y las contraseñas públicas conocidas se rechazan. Un despliegue inventa lo que puede ser aleatorio y pide una vez lo que solo tiene usted; eso va al clúster y a ninguna otra parte.</translation>
    </message>
    <message>
        <source>The rehearsal cluster</source>
        <translation>El clúster de ensayo</translation>
    </message>
    <message>
        <source>The purple band says: you are on a Kubernetes that lives in memory beside this window. It has an Argo CD and a cert-manager, real kubectl and Helm work with it, and it ends with the console. Its time can run faster, and faults can be begun and mended by one press, so that you have seen them before they happen.</source>
        <translation>La banda morada dice: está en un Kubernetes que vive en memoria junto a esta ventana. Tiene un Argo CD y un cert-manager, los kubectl y Helm reales trabajan con él, y termina con la consola. Su tiempo puede correr más rápido, y los fallos se empiezan y reparan con una pulsación, para haberlos visto antes de que ocurran.</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Choose the bundle, the environment and the way (Argo CD or Helm). Every step is written into the journal before it happens, every object is followed until it is healthy, and what waits says why, from the root to what you see. Stopped or interrupted, the same press goes on and does nothing twice.</source>
        <translation>Elija el bundle, el entorno y la vía (Argo CD o Helm). Cada paso se anota en el diario antes de que ocurra, cada objeto se sigue hasta que está sano, y lo que espera dice por qué, desde la raíz hasta lo que usted ve. Detenido o interrumpido, la misma pulsación continúa y no hace nada dos veces.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>reading a commit</source>
        <translation>leer un commit</translation>
    </message>
    <message>
        <source>comparing two commits</source>
        <translation>comparar dos commits</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>%1  (what runs now)</source>
        <translation>%1  (lo que se ejecuta ahora)</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Nothing was deployed yet</source>
        <translation>Aún no se desplegó nada</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Views of the object</source>
        <translation>Vistas del objeto</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Type a namespace</source>
        <translation>Escriba un namespace</translation>
    </message>
</context>
<context>
    <name>KubeconfigDialog</name>
    <message>
        <source>Choose a kubeconfig</source>
        <translation>Elegir un kubeconfig</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Leave this page?</source>
        <translation>¿Salir de esta página?</translation>
    </message>
    <message>
        <source>Leave the page</source>
        <translation>Salir de la página</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Close the console?</source>
        <translation>¿Cerrar la consola?</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Cerrar la consola</translation>
    </message>
</context>
<context>
    <name>LogTools</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contenedor</translation>
    </message>
    <message>
        <source>Only lines with…</source>
        <translation>Solo líneas con…</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>Filtro del registro</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Dejar de seguir</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hide the times</source>
        <translation>Ocultar las horas</translation>
    </message>
    <message>
        <source>Show the times</source>
        <translation>Mostrar las horas</translation>
    </message>
    <message>
        <source>Back to this run</source>
        <translation>Volver a esta ejecución</translation>
    </message>
    <message>
        <source>The run before this one</source>
        <translation>La ejecución anterior</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the lines shown</source>
        <translation>Copiar las líneas mostradas</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Lines of the log</source>
        <translation>Líneas del registro</translation>
    </message>
    <message numerus="yes">
        <source>Held · %n new line(s) · go to the end</source>
        <translation>
            <numerusform>Detenido · %n línea nueva · ir al final</numerusform>
            <numerusform>Detenido · %n líneas nuevas · ir al final</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookChoices</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
</context>
<context>
    <name>LookCommands</name>
    <message>
        <source>Speak English</source>
        <translation>Usar inglés</translation>
    </message>
    <message>
        <source>Speak Spanish</source>
        <translation>Usar español</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Use the light appearance</source>
        <translation>Usar la apariencia clara</translation>
    </message>
    <message>
        <source>Use the dark appearance</source>
        <translation>Usar la apariencia oscura</translation>
    </message>
    <message>
        <source>Normal contrast</source>
        <translation>Contraste normal</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text in its normal size</source>
        <translation>Texto de tamaño normal</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Sentinel Console</source>
        <translation>%1 – Sentinel Console</translation>
    </message>
    <message>
        <source>Sentinel Console</source>
        <translation>Sentinel Console</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>fetching a repository</source>
        <translation>descargar un repositorio</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 no puede crearse.</translation>
    </message>
    <message>
        <source>The repository did not answer (%1); this is what was fetched on %2.</source>
        <translation>El repositorio no respondió (%1); esto es lo que se descargó por última vez (%2).</translation>
    </message>
    <message>
        <source>an earlier day</source>
        <translation>un día anterior</translation>
    </message>
    <message>
        <source>The repository %1 has no commit yet.</source>
        <translation>El repositorio %1 aún no tiene ningún commit.</translation>
    </message>
</context>
<context>
    <name>NodeColumn</name>
    <message>
        <source>Press to bring it back</source>
        <translation>Pulse para recuperarlo</translation>
    </message>
    <message>
        <source>Press to lose this node</source>
        <translation>Pulse para perder este nodo</translation>
    </message>
    <message>
        <source>Bring %1 back</source>
        <translation>Recuperar %1</translation>
    </message>
    <message>
        <source>Lose %1</source>
        <translation>Perder %1</translation>
    </message>
</context>
<context>
    <name>NodesView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Leave %1</source>
        <translation>Dejar %1</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Dibujado por</translation>
    </message>
    <message>
        <source>Height of the blocks</source>
        <translation>Altura de los bloques</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Lose one node</source>
        <translation>Perder un nodo</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
</context>
<context>
    <name>ObjectRow</name>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2, %3: %4</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ObjectTableView</name>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada requiere atención</translation>
    </message>
    <message>
        <source>The filter lets nothing through</source>
        <translation>El filtro no deja pasar nada</translation>
    </message>
    <message>
        <source>There are none here</source>
        <translation>Aquí no hay ninguno</translation>
    </message>
    <message>
        <source>As soon as there is one, it appears by itself.</source>
        <translation>En cuanto haya uno, aparecerá por sí solo.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>The rehearsal cluster begins empty. Deploy an example, and everything it runs is here.</source>
        <translation>El clúster de ensayo empieza vacío. Despliegue un ejemplo y todo lo que ejecuta estará aquí.</translation>
    </message>
    <message>
        <source>Deploy an example</source>
        <translation>Desplegar un ejemplo</translation>
    </message>
</context>
<context>
    <name>ObjectTree</name>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todos %1</translation>
    </message>
    <message>
        <source>Needs attention %1</source>
        <translation>Piden atención %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Cambiados %1</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nada en esta vista</translation>
    </message>
    <message>
        <source>Nothing stands in %1 yet</source>
        <translation>Aún no hay nada en %1</translation>
    </message>
    <message>
        <source>Choose what to deploy</source>
        <translation>Elija qué desplegar</translation>
    </message>
    <message>
        <source>Every object appears here as soon as the cluster knows it, with the reason it waits.</source>
        <translation>Cada objeto aparece aquí en cuanto el clúster lo conoce, con el motivo por el que espera.</translation>
    </message>
    <message>
        <source>A bundle is the folder the Plan page writes. An example is made in a moment.</source>
        <translation>Un bundle es la carpeta que escribe la página Plan. Un ejemplo se crea en un momento.</translation>
    </message>
    <message>
        <source>Show all objects</source>
        <translation>Mostrar todos los objetos</translation>
    </message>
    <message>
        <source>Make an example</source>
        <translation>Crear un ejemplo</translation>
    </message>
</context>
<context>
    <name>ObjectView</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>YAML of %1</source>
        <translation>YAML de %1</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Registro de %1</translation>
    </message>
    <message>
        <source>Why does it wait?</source>
        <translation>¿Por qué espera?</translation>
    </message>
    <message>
        <source>Choose an object: here stands the chain from the root cause to it, and what to do next.</source>
        <translation>Elija un objeto: aquí está la cadena desde la causa raíz hasta él, y qué hacer a continuación.</translation>
    </message>
</context>
<context>
    <name>OpenPlanDialog</name>
    <message>
        <source>Open a plan</source>
        <translation>Abrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.yaml *.yml)</source>
        <translation>Planes (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>OperationRow</name>
    <message>
        <source>%1, %2: %3. %4, %5, %6</source>
        <translation>%1, %2: %3. %4, %5, %6</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Owner</name>
    <message>
        <source>The ApplicationSet %1 made it and leaves its auto-sync alone.</source>
        <translation>La creó el ApplicationSet %1, que no toca su sincronización automática.</translation>
    </message>
    <message>
        <source>The ApplicationSet %1 made it and puts its sync policy back within seconds.</source>
        <translation>La creó el ApplicationSet %1, que restablece su política de sincronización en segundos.</translation>
    </message>
    <message>
        <source>The Application %1 brings it and leaves its auto-sync alone.</source>
        <translation>La trae la Application %1, que no toca su sincronización automática.</translation>
    </message>
    <message>
        <source>The Application %1 brings it and heals its sync policy within seconds.</source>
        <translation>La trae la Application %1, que repara (self-heal) su política de sincronización en segundos.</translation>
    </message>
    <message>
        <source>The Application %1 brings it and puts its sync policy back at its next sync.</source>
        <translation>La trae la Application %1, que restablece su política de sincronización en su próxima sincronización.</translation>
    </message>
    <message>
        <source>%1 brings it, and it cannot be seen whether that puts its sync policy back: %2</source>
        <translation>La trae %1, y no puede verse si restablece su política de sincronización: %2</translation>
    </message>
    <message>
        <source>%1 leaves the auto-sync of %2 alone from now on.</source>
        <translation>%1 no toca desde ahora la sincronización automática de %2.</translation>
    </message>
</context>
<context>
    <name>OwnerSheet</name>
    <message>
        <source>Switch auto-sync on</source>
        <translation>Activar la sincronización automática</translation>
    </message>
    <message>
        <source>Pause auto-sync</source>
        <translation>Pausar la sincronización automática</translation>
    </message>
    <message>
        <source>Change the owner, then switch</source>
        <translation>Cambiar propietario y aplicar</translation>
    </message>
    <message>
        <source>The owner cannot be changed from here; change it where it is written.</source>
        <translation>El propietario no puede cambiarse desde aquí; cámbielo donde está escrito.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. This would tell the owner to leave auto-sync alone from now on; where it comes from Git, write it there too, or its next sync takes it away:</source>
        <translation>Aún no se cambió nada. Esto indicaría al propietario que no toque desde ahora la sincronización automática; si viene de Git, escríbalo allí también, o su próxima sincronización lo quitará:</translation>
    </message>
    <message>
        <source>Change of the owner</source>
        <translation>Cambio del propietario</translation>
    </message>
</context>
<context>
    <name>PageHost</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>This page could not be opened. The details are in the program&apos;s output.</source>
        <translation>No se pudo abrir esta página. Los detalles están en la salida del programa.</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PastSync</name>
    <message>
        <source>Its operation is not in the cluster any more; the history says what was synced.</source>
        <translation>Su operación ya no está en el clúster; el historial dice qué se sincronizó.</translation>
    </message>
    <message>
        <source>Its operation ended as %1: %2</source>
        <translation>Su operación terminó como %1: %2</translation>
    </message>
    <message>
        <source>a sync as the Application says</source>
        <translation>una sincronización como dice la Application</translation>
    </message>
    <message>
        <source>%1 (%2) is closed. %3</source>
        <translation>%1 (%2) queda cerrada. %3</translation>
    </message>
</context>
<context>
    <name>PausedBar</name>
    <message>
        <source>Turn it on again…</source>
        <translation>Reactivar…</translation>
    </message>
    <message>
        <source>What is paused and where; nothing is changed before you confirm.</source>
        <translation>Qué está en pausa y dónde; nada cambia antes de que usted confirme.</translation>
    </message>
</context>
<context>
    <name>PausedSheet</name>
    <message>
        <source>Turn auto-sync on again?</source>
        <translation>¿Reactivar la sincronización automática?</translation>
    </message>
    <message>
        <source>A rollback paused it, so that Argo CD would not bring the newer version back.</source>
        <translation>La puso en pausa una reversión, para que Argo CD no trajera de vuelta la versión más nueva.</translation>
    </message>
    <message>
        <source>Turn auto-sync on</source>
        <translation>Reactivar</translation>
    </message>
    <message>
        <source>Choose what to turn on again.</source>
        <translation>Elija qué reactivar.</translation>
    </message>
    <message>
        <source>Argo CD then brings what Git says now</source>
        <translation>Argo CD trae entonces lo que Git dice ahora</translation>
    </message>
    <message>
        <source>If Git still says the version you went back from, it comes back. Correct it in Git first, or leave auto-sync paused.</source>
        <translation>Si Git aún dice la versión de la que usted volvió, esta regresa. Corríjalo antes en Git, o deje en pausa la sincronización automática.</translation>
    </message>
</context>
<context>
    <name>PlacementCard</name>
    <message>
        <source>Views of the hardware</source>
        <translation>Vistas del hardware</translation>
    </message>
    <message>
        <source>Where everything runs</source>
        <translation>Dónde se ejecuta todo</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
</context>
<context>
    <name>PlanCommands</name>
    <message>
        <source>No plan is open</source>
        <translation>No hay ningún plan abierto</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Abrir un plan…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>Save the plan as…</source>
        <translation>Guardar el plan como…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada que rehacer</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>See the hardware this plan needs</source>
        <translation>Ver el hardware que necesita este plan</translation>
    </message>
    <message>
        <source>Review the bundle</source>
        <translation>Revisar el bundle</translation>
    </message>
    <message>
        <source>Close the plan, keep its draft</source>
        <translation>Cerrar el plan y conservar su borrador</translation>
    </message>
    <message>
        <source>See what a check finds in the bundle</source>
        <translation>Ver lo que una comprobación halla en el bundle</translation>
    </message>
    <message>
        <source>See who reaches whom</source>
        <translation>Ver quién llega a quién</translation>
    </message>
</context>
<context>
    <name>PlanDialogs</name>
    <message>
        <source>Open a plan</source>
        <translation>Abrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.yaml *.yml)</source>
        <translation>Planes (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Guardar el plan</translation>
    </message>
    <message>
        <source>Open an inventory of machines</source>
        <translation>Abrir un inventario de máquinas</translation>
    </message>
    <message>
        <source>Inventories (*.yaml *.yml)</source>
        <translation>Inventarios (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Write the bundle into a folder</source>
        <translation>Escribir el bundle en una carpeta</translation>
    </message>
    <message>
        <source>Compare with the bundle in a folder</source>
        <translation>Comparar con el bundle de una carpeta</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Bundle written to %1</source>
        <translation>Bundle escrito en %1</translation>
    </message>
</context>
<context>
    <name>PlanTools</name>
    <message>
        <source>Save the plan (Ctrl+S)</source>
        <translation>Guardar el plan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Añadir un entorno</translation>
    </message>
</context>
<context>
    <name>PolicyChanges</name>
    <message>
        <source>Its settings change; pods that read them as variables see them after a restart only.</source>
        <translation>Cambia su configuración; los pods que la leen como variables la ven solo tras un reinicio.</translation>
    </message>
    <message>
        <source>It changes in place.</source>
        <translation>Cambia sin recrearse.</translation>
    </message>
    <message>
        <source>Of its keys %1 get another value, %2 are new and %3 go; values are not shown.</source>
        <translation>De sus claves, %1 reciben otro valor, %2 son nuevas y %3 desaparecen; los valores no se muestran.</translation>
    </message>
    <message>
        <source>%1 asks for another kind of storage. A claim cannot move: its data must be copied to a new one by hand.</source>
        <translation>%1 pide otro tipo de almacenamiento. Un claim no puede moverse: sus datos deben copiarse a mano a uno nuevo.</translation>
    </message>
    <message>
        <source>%1 would shrink from %2 to %3, which Kubernetes refuses.</source>
        <translation>%1 se reduciría de %2 a %3, lo que Kubernetes rechaza.</translation>
    </message>
    <message>
        <source>%1 grows from %2 to %3, where its storage class can.</source>
        <translation>%1 crece de %2 a %3, si su clase de almacenamiento lo permite.</translation>
    </message>
    <message>
        <source>Its selector changes, which Kubernetes refuses in place: it stops and is made anew.</source>
        <translation>Cambia su selector, lo que Kubernetes rechaza sin recrear: se detiene y se crea de nuevo.</translation>
    </message>
    <message>
        <source>A job cannot change: it is deleted and runs once more.</source>
        <translation>Un Job no puede cambiar: se elimina y se ejecuta una vez más.</translation>
    </message>
    <message>
        <source>A StatefulSet cannot change this in place: it is deleted and made anew; its claims stay.</source>
        <translation>Un StatefulSet no puede cambiar esto sin recrearse: se elimina y se crea de nuevo; sus claims se quedan.</translation>
    </message>
    <message>
        <source>A Service cannot become headless or stop being it: it is deleted and made anew.</source>
        <translation>Un Service no puede pasar a ser headless ni dejar de serlo: se elimina y se crea de nuevo.</translation>
    </message>
    <message>
        <source>its claim %1</source>
        <translation>su claim %1</translation>
    </message>
    <message>
        <source>It no longer uses its claim %1: the data in it is left behind.</source>
        <translation>Ya no usa su claim %1: los datos que contiene quedan abandonados.</translation>
    </message>
    <message>
        <source>A StatefulSet&apos;s claims cannot change in place: it is deleted without its pods and made anew.</source>
        <translation>Los claims de un StatefulSet no pueden cambiar sin recrearlo: se elimina sin sus pods y se crea de nuevo.</translation>
    </message>
    <message>
        <source>All its pods stop, then new ones start: it is away for a while.</source>
        <translation>Todos sus pods se detienen y luego arrancan otros nuevos: no está disponible durante un rato.</translation>
    </message>
    <message>
        <source>Its pods are replaced one after another, by ones of other images.</source>
        <translation>Sus pods se sustituyen uno tras otro por otros con imágenes distintas.</translation>
    </message>
    <message>
        <source>Its pods are replaced one after another.</source>
        <translation>Sus pods se sustituyen uno tras otro.</translation>
    </message>
    <message>
        <source>From %1 to %2 pods.</source>
        <translation>De %1 a %2 pods.</translation>
    </message>
    <message>
        <source>The namespace goes, and with it everything in it, claims and Secrets too.</source>
        <translation>El namespace desaparece, y con él todo lo que contiene, también claims y Secrets.</translation>
    </message>
    <message>
        <source>The claim goes; its data with it, unless its storage class keeps volumes.</source>
        <translation>El claim desaparece, y con él sus datos, salvo que su clase de almacenamiento conserve los volúmenes.</translation>
    </message>
    <message>
        <source>The definition goes, and with it every object of this kind in the cluster.</source>
        <translation>La definición desaparece, y con ella todos los objetos de este tipo en el clúster.</translation>
    </message>
    <message>
        <source>It goes, its claims stay: their data is left behind until somebody deletes them.</source>
        <translation>Desaparece, pero sus claims se quedan: sus datos permanecen hasta que alguien los elimine.</translation>
    </message>
    <message>
        <source>It goes.</source>
        <translation>Desaparece.</translation>
    </message>
    <message>
        <source>It is new.</source>
        <translation>Es nuevo.</translation>
    </message>
</context>
<context>
    <name>PolicyExemptions</name>
    <message>
        <source>There is no rule &quot;%1&quot;.</source>
        <translation>No existe la regla «%1».</translation>
    </message>
    <message>
        <source>An exemption needs an object, such as Deployment/beat.</source>
        <translation>Una exención requiere un objeto, como Deployment/beat.</translation>
    </message>
    <message>
        <source>An exemption needs a reason.</source>
        <translation>Una exención requiere un motivo.</translation>
    </message>
    <message>
        <source>An exemption needs the day it expires, as YYYY-MM-DD.</source>
        <translation>Una exención requiere el día en que vence, como YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>An exemption has no field %1.</source>
        <translation>Una exención no tiene el campo %1.</translation>
    </message>
    <message>
        <source>This is no file of exemptions: it begins &quot;apiVersion: console.sentinel/v1&quot;, &quot;kind: PolicyExemptions&quot;.</source>
        <translation>Esto no es un archivo de exenciones: uno así empieza por «apiVersion: console.sentinel/v1», «kind: PolicyExemptions».</translation>
    </message>
    <message>
        <source>reading exemptions</source>
        <translation>leer exenciones</translation>
    </message>
    <message>
        <source>The exemption from %1 ended on %2.</source>
        <translation>La exención de %1 terminó el %2.</translation>
    </message>
    <message>
        <source>Nothing needs the exemption from %1 any more.</source>
        <translation>Ya nada necesita la exención de %1.</translation>
    </message>
    <message>
        <source>Mend what it was for, or decide anew until when.</source>
        <translation>Corrija aquello para lo que existía, o decida de nuevo hasta cuándo.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>Quítela.</translation>
    </message>
</context>
<context>
    <name>PolicyFlows</name>
    <message>
        <source>A flow needs from and to, each with whom it means.</source>
        <translation>Un flujo requiere from y to, cada uno con a quién se refiere.</translation>
    </message>
    <message>
        <source>&quot;%1: %2&quot; is no end of a flow.</source>
        <translation>«%1: %2» no es un extremo de un flujo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port.</source>
        <translation>«%1» no es un puerto.</translation>
    </message>
    <message>
        <source>A flow needs ports.</source>
        <translation>Un flujo requiere ports.</translation>
    </message>
    <message>
        <source>This is no file of flows: it begins &quot;apiVersion: console.sentinel/v1&quot;, &quot;kind: FlowList&quot;.</source>
        <translation>Esto no es un archivo de flujos: uno así empieza por «apiVersion: console.sentinel/v1», «kind: FlowList».</translation>
    </message>
    <message>
        <source>reading flows</source>
        <translation>leer flujos</translation>
    </message>
    <message>
        <source>%1 needs %2 on %3, and network policies close it.</source>
        <translation>%1 necesita llegar a %2 por %3, y las políticas de red lo cierran.</translation>
    </message>
    <message>
        <source>Open it at both ends: egress of one, ingress of the other.</source>
        <translation>Ábralo en ambos extremos: egress de uno, ingress del otro.</translation>
    </message>
    <message>
        <source>%1 reaches %2 on %3, and nothing needs that.</source>
        <translation>%1 llega a %2 por %3, y nada lo necesita.</translation>
    </message>
    <message>
        <source>Narrow the policies that allow it, or add it to the flows that are wanted.</source>
        <translation>Restrinja las políticas que lo permiten, o añádalo a los flujos deseados.</translation>
    </message>
    <message>
        <source>%1 may reach %2 on %3, where the network plug-in takes pods for part of an address block.</source>
        <translation>%1 podría llegar a %2 por %3, si el complemento de red considera los pods parte de un bloque de direcciones.</translation>
    </message>
    <message>
        <source>Take the pods&apos; addresses out of the block with &quot;except&quot;.</source>
        <translation>Quite del bloque las direcciones de los pods con «except».</translation>
    </message>
</context>
<context>
    <name>PolicyManifests</name>
    <message>
        <source>reading manifests</source>
        <translation>leer manifiestos</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>No existe la carpeta %1.</translation>
    </message>
    <message>
        <source>There are no files *.yaml, *.yml or *.json in %1.</source>
        <translation>No hay archivos *.yaml, *.yml ni *.json en %1.</translation>
    </message>
</context>
<context>
    <name>PolicyRules</name>
    <message>
        <source>It grants &quot;*&quot;, which takes in whatever is added to the cluster later.</source>
        <translation>Concede «*», que incluye todo lo que se añada al clúster más adelante.</translation>
    </message>
    <message>
        <source>Name verbs, groups and resources one by one.</source>
        <translation>Nombre verbos, grupos y recursos uno por uno.</translation>
    </message>
    <message>
        <source>It lets pods read every Secret of the namespace.</source>
        <translation>Permite a los pods leer todos los Secrets del namespace.</translation>
    </message>
    <message>
        <source>Name the Secrets in resourceNames, or mount them instead.</source>
        <translation>Nombre los Secrets en resourceNames, o móntelos en su lugar.</translation>
    </message>
    <message>
        <source>Whoever has this role may give himself any other right.</source>
        <translation>Quien tenga este rol puede darse cualquier otro permiso.</translation>
    </message>
    <message>
        <source>Drop escalate, bind, impersonate and the making of tokens.</source>
        <translation>Quite escalate, bind, impersonate y la creación de tokens.</translation>
    </message>
    <message>
        <source>Whoever has this role may run commands in pods of others.</source>
        <translation>Quien tenga este rol puede ejecutar comandos en pods de otros.</translation>
    </message>
    <message>
        <source>Drop pods/exec, pods/attach and nodes/proxy.</source>
        <translation>Quite pods/exec, pods/attach y nodes/proxy.</translation>
    </message>
    <message>
        <source>It makes its subjects administrators of everything it reaches.</source>
        <translation>Convierte a sus sujetos en administradores de todo lo que alcanza.</translation>
    </message>
    <message>
        <source>Bind a role that names what is needed.</source>
        <translation>Vincule un rol que nombre lo necesario.</translation>
    </message>
    <message>
        <source>It binds the Role %1, which is not among these manifests.</source>
        <translation>Vincula el Role %1, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Mend the name, or make sure it is there.</source>
        <translation>Corrija el nombre, o asegúrese de que existe.</translation>
    </message>
    <message>
        <source>It gives rights to %1: anybody who reaches the API server.</source>
        <translation>Da permisos a %1: cualquiera que llegue al servidor de la API.</translation>
    </message>
    <message>
        <source>Name who is meant.</source>
        <translation>Nombre a quién se refiere.</translation>
    </message>
    <message>
        <source>It gives rights to the ServiceAccount %1, which is not among these manifests.</source>
        <translation>Da permisos a la ServiceAccount %1, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Mend the name, or make sure it is meant.</source>
        <translation>Corrija el nombre, o asegúrese de que es el previsto.</translation>
    </message>
    <message>
        <source>It says neither minAvailable nor maxUnavailable, so it protects nothing.</source>
        <translation>No indica minAvailable ni maxUnavailable, así que no protege nada.</translation>
    </message>
    <message>
        <source>Set maxUnavailable to 1.</source>
        <translation>Ponga maxUnavailable en 1.</translation>
    </message>
    <message>
        <source>It selects no pods of these manifests.</source>
        <translation>No selecciona ningún pod de estos manifiestos.</translation>
    </message>
    <message>
        <source>Mend its selector, or drop it.</source>
        <translation>Corrija su selector, o quítelo.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n pod(s) of %1 may ever be evicted, so no node they stand on can be drained.</source>
        <translation>
            <numerusform>El %n pod de %1 nunca puede ser desalojado, así que el nodo en el que está no puede vaciarse.</numerusform>
            <numerusform>Ninguno de los %n pods de %1 puede ser desalojado nunca, así que ningún nodo en el que están puede vaciarse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let at least one be unavailable.</source>
        <translation>Permita que al menos uno no esté disponible.</translation>
    </message>
    <message>
        <source>A pod that is broken anyway still blocks the drain of its node.</source>
        <translation>Un pod que de todos modos está averiado sigue bloqueando el vaciado de su nodo.</translation>
    </message>
    <message>
        <source>Set unhealthyPodEvictionPolicy to AlwaysAllow.</source>
        <translation>Ponga unhealthyPodEvictionPolicy en AlwaysAllow.</translation>
    </message>
    <message>
        <source>Draining nodes may take all its pods at once: no disruption budget covers them.</source>
        <translation>El vaciado de nodos puede llevarse todos sus pods a la vez: ningún PodDisruptionBudget los cubre.</translation>
    </message>
    <message>
        <source>Add a PodDisruptionBudget with maxUnavailable 1.</source>
        <translation>Añada un PodDisruptionBudget con maxUnavailable 1.</translation>
    </message>
    <message>
        <source>It scales %1, which is not among these manifests.</source>
        <translation>Escala %1, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Mend the name, or drop it.</source>
        <translation>Corrija el nombre, o quítelo.</translation>
    </message>
    <message>
        <source>It may scale down to one pod, and losing its node then stops the service.</source>
        <translation>Puede reducirse a un pod, y perder su nodo detiene entonces el servicio.</translation>
    </message>
    <message>
        <source>Set minReplicas to 2 or more.</source>
        <translation>Ponga minReplicas en 2 o más.</translation>
    </message>
    <message>
        <source>Its least number of pods is above its greatest, which Kubernetes refuses.</source>
        <translation>Su número mínimo de pods supera el máximo, lo que Kubernetes rechaza.</translation>
    </message>
    <message>
        <source>Raise maxReplicas.</source>
        <translation>Suba maxReplicas.</translation>
    </message>
    <message>
        <source>Container %1 runs %2, which names no version: two starts may run two programs.</source>
        <translation>El contenedor %1 ejecuta %2, que no nombra una versión: dos arranques pueden ejecutar dos programas.</translation>
    </message>
    <message>
        <source>Name a version, best with its digest.</source>
        <translation>Nombre una versión, mejor con su digest.</translation>
    </message>
    <message>
        <source>Container %1 runs %2 by its tag, which may be moved to another image.</source>
        <translation>El contenedor %1 ejecuta %2 por su etiqueta, que puede pasar a otra imagen.</translation>
    </message>
    <message>
        <source>Pin the digest.</source>
        <translation>Fije el digest.</translation>
    </message>
    <message>
        <source>A node that has an image of container %1&apos;s tag never asks whether it changed.</source>
        <translation>Un nodo que ya tiene una imagen con la etiqueta del contenedor %1 nunca pregunta si ha cambiado.</translation>
    </message>
    <message>
        <source>Pin the digest, or set imagePullPolicy to Always.</source>
        <translation>Fije el digest, o ponga imagePullPolicy en Always.</translation>
    </message>
    <message>
        <source>Container %1 asks for more %2 than its limit, which Kubernetes refuses.</source>
        <translation>El contenedor %1 pide más %2 que su límite, lo que Kubernetes rechaza.</translation>
    </message>
    <message>
        <source>Raise the limit or lower the request.</source>
        <translation>Suba el límite o baje la solicitud.</translation>
    </message>
    <message>
        <source>Container %1 has no request or no limit of %2, so it may starve what runs beside it.</source>
        <translation>El contenedor %1 no tiene solicitud o no tiene límite de %2, así que puede dejar sin recursos a lo que se ejecuta a su lado.</translation>
    </message>
    <message>
        <source>Give both, as the sizing says.</source>
        <translation>Indique ambos, según el dimensionamiento.</translation>
    </message>
    <message>
        <source>Container %1 is given %2 twice; server-side apply, which Helm 4 uses, refuses that.</source>
        <translation>El contenedor %1 recibe %2 dos veces; server-side apply, que usa Helm 4, lo rechaza.</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Deje una de las dos.</translation>
    </message>
    <message>
        <source>%1 of container %2 uses %3, which is not defined before it and stays as written.</source>
        <translation>%1 del contenedor %2 usa %3, que no está definida antes y queda tal como está escrita.</translation>
    </message>
    <message>
        <source>Define %1 above it.</source>
        <translation>Defina %1 más arriba.</translation>
    </message>
    <message>
        <source>%1 of container %2 stands in the manifest, where everybody may read it.</source>
        <translation>%1 del contenedor %2 figura en el manifiesto, donde cualquiera puede leerla.</translation>
    </message>
    <message>
        <source>Put it into a Secret and refer to that.</source>
        <translation>Póngala en un Secret y haga referencia a él.</translation>
    </message>
    <message>
        <source>%1 of container %2 is a secret in its environment, where children and crash dumps see it.</source>
        <translation>%1 del contenedor %2 es un secreto en su entorno, donde lo ven los procesos hijos y los volcados de memoria.</translation>
    </message>
    <message>
        <source>Mount it as a file where the program can read one.</source>
        <translation>Móntelo como archivo si el programa puede leerlo de uno.</translation>
    </message>
    <message>
        <source>Nobody asks container %1 whether it works: it has no %2.</source>
        <translation>Nadie pregunta al contenedor %1 si funciona: no tiene %2.</translation>
    </message>
    <message>
        <source>Give it probes that differ.</source>
        <translation>Dele sondas que difieran.</translation>
    </message>
    <message>
        <source>Container %1 is restarted whenever it is not ready: both probes ask the same.</source>
        <translation>El contenedor %1 se reinicia cada vez que no está listo: ambas sondas preguntan lo mismo.</translation>
    </message>
    <message>
        <source>Let the liveness probe ask something simpler, more patiently.</source>
        <translation>Haga que livenessProbe pregunte algo más sencillo y con más paciencia.</translation>
    </message>
    <message>
        <source>The %1 of container %2 asks port %3, which the container does not declare.</source>
        <translation>La sonda %1 del contenedor %2 pregunta al puerto %3, que el contenedor no declara.</translation>
    </message>
    <message>
        <source>Declare the port, or ask one that is declared.</source>
        <translation>Declare el puerto, o pregunte a uno declarado.</translation>
    </message>
    <message>
        <source>Container %1 declares port %2 twice.</source>
        <translation>El contenedor %1 declara el puerto %2 dos veces.</translation>
    </message>
    <message>
        <source>Container %1 takes a port of its node: only one such pod fits on each, and policies are passed by.</source>
        <translation>El contenedor %1 toma un puerto de su nodo: solo cabe un pod así en cada uno, y se eluden las políticas.</translation>
    </message>
    <message>
        <source>Use a Service instead of hostPort.</source>
        <translation>Use un Service en lugar de hostPort.</translation>
    </message>
    <message>
        <source>Container %1 listens where SSH does; logins into pods leave no trace in the cluster&apos;s audit log.</source>
        <translation>El contenedor %1 escucha donde lo hace SSH; los accesos a los pods no dejan rastro en el registro de auditoría del clúster.</translation>
    </message>
    <message>
        <source>Use kubectl exec, which is authorised and audited.</source>
        <translation>Use kubectl exec, que está autorizado y auditado.</translation>
    </message>
    <message>
        <source>Container %1 mounts %2, and the pod has no such volume.</source>
        <translation>El contenedor %1 monta %2, y el pod no tiene ese volumen.</translation>
    </message>
    <message>
        <source>Add the volume, or mend its name.</source>
        <translation>Añada el volumen, o corrija su nombre.</translation>
    </message>
    <message>
        <source>Container %1 mounts two volumes at %2.</source>
        <translation>El contenedor %1 monta dos volúmenes en %2.</translation>
    </message>
    <message>
        <source>Move one of them.</source>
        <translation>Mueva uno de ellos.</translation>
    </message>
    <message>
        <source>Container %1 needs the ConfigMap %2, which is not among these manifests.</source>
        <translation>El contenedor %1 necesita el ConfigMap %2, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Make sure it is there before, or its pods never start.</source>
        <translation>Asegúrese de que exista antes, o sus pods nunca arrancarán.</translation>
    </message>
    <message>
        <source>An item of %1 is none: it takes either an ipBlock with a sound CIDR or selectors.</source>
        <translation>Un elemento de %1 no es válido: admite un ipBlock con un CIDR correcto o selectores.</translation>
    </message>
    <message>
        <source>Mend it; Kubernetes refuses the policy as it is.</source>
        <translation>Corríjalo; Kubernetes rechaza la política tal como está.</translation>
    </message>
    <message>
        <source>An item of ports is none: unknown protocol, a range upside down, or endPort with a name.</source>
        <translation>Un elemento de ports no es válido: protocolo desconocido, un rango invertido o endPort con un nombre.</translation>
    </message>
    <message>
        <source>A selector has an expression Kubernetes does not know.</source>
        <translation>Un selector tiene una expresión que Kubernetes no conoce.</translation>
    </message>
    <message>
        <source>It lets everybody in, from every namespace and from outside: no peer is named.</source>
        <translation>Deja entrar a todos, desde cualquier namespace y desde fuera: no se nombra ningún interlocutor.</translation>
    </message>
    <message>
        <source>It lets pods out to everywhere, the internet included: no peer is named.</source>
        <translation>Deja que los pods salgan a cualquier parte, internet incluido: no se nombra ningún interlocutor.</translation>
    </message>
    <message>
        <source>It names pods (%1) that none of these manifests makes.</source>
        <translation>Nombra pods (%1) que ninguno de estos manifiestos crea.</translation>
    </message>
    <message>
        <source>Mend the labels, or drop the rule.</source>
        <translation>Corrija las etiquetas, o quite la regla.</translation>
    </message>
    <message>
        <source>No network policy limits whom its pods may speak to.</source>
        <translation>Ninguna política de red limita con quién pueden hablar sus pods.</translation>
    </message>
    <message>
        <source>No network policy limits who may speak to its pods.</source>
        <translation>Ninguna política de red limita quién puede hablar con sus pods.</translation>
    </message>
    <message>
        <source>No network policy limits who speaks to its pods, nor whom they speak to.</source>
        <translation>Ninguna política de red limita quién habla con sus pods ni con quién hablan estos.</translation>
    </message>
    <message>
        <source>Add a default deny of both directions to the namespace, and what each pod needs.</source>
        <translation>Añada al namespace una denegación predeterminada en ambas direcciones, y lo que cada pod necesita.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name Kubernetes takes.</source>
        <translation>«%1» no es un nombre que Kubernetes admita.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits and &quot;-&quot;, at most 63.</source>
        <translation>Use letras minúsculas, dígitos y «-», 63 como máximo.</translation>
    </message>
    <message>
        <source>&quot;%1: %2&quot; is no label Kubernetes takes.</source>
        <translation>«%1: %2» no es una etiqueta que Kubernetes admita.</translation>
    </message>
    <message>
        <source>Values are text of at most 63 letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;; numbers need quotes.</source>
        <translation>Los valores son texto de 63 caracteres como máximo: letras, dígitos, «-», «_» y «.»; los números requieren comillas.</translation>
    </message>
    <message>
        <source>%1 looks like a secret, and a ConfigMap is read by everybody who may look at the namespace.</source>
        <translation>%1 parece un secreto, y un ConfigMap lo lee cualquiera que pueda ver el namespace.</translation>
    </message>
    <message>
        <source>Put it into a Secret.</source>
        <translation>Póngalo en un Secret.</translation>
    </message>
    <message>
        <source>The secret itself stands in the manifest, and so in Git and in the release&apos;s history.</source>
        <translation>El propio secreto figura en el manifiesto, y por tanto en Git y en el historial de la release.</translation>
    </message>
    <message>
        <source>Make it in the cluster and refer to it by name, or seal it.</source>
        <translation>Créelo en el clúster y haga referencia a él por su nombre, o séllelo.</translation>
    </message>
    <message>
        <source>Nothing keeps privileged pods out of this namespace.</source>
        <translation>Nada impide la entrada de pods privilegiados en este namespace.</translation>
    </message>
    <message>
        <source>Label it pod-security.kubernetes.io/enforce: restricted.</source>
        <translation>Póngale la etiqueta pod-security.kubernetes.io/enforce: restricted.</translation>
    </message>
    <message>
        <source>It is there twice (first at %1); which one holds is a matter of chance.</source>
        <translation>Está dos veces (la primera en %1); cuál de las dos vale depende del azar.</translation>
    </message>
    <message>
        <source>It goes into the namespace &quot;default&quot;, which nobody owns and everybody uses.</source>
        <translation>Va al namespace «default», que no es de nadie y usan todos.</translation>
    </message>
    <message>
        <source>Name a namespace of its own.</source>
        <translation>Indique un namespace propio.</translation>
    </message>
    <message>
        <source>The pods share the namespace&apos;s default account, so a right given to one is given to all.</source>
        <translation>Los pods comparten la cuenta predeterminada del namespace, así que un derecho concedido a uno se concede a todos.</translation>
    </message>
    <message>
        <source>Give each component a ServiceAccount of its own.</source>
        <translation>Dé a cada componente su propia ServiceAccount.</translation>
    </message>
    <message>
        <source>The ServiceAccount %1 is not among these manifests; without it no pod is made.</source>
        <translation>La ServiceAccount %1 no está entre estos manifiestos; sin ella no se crea ningún pod.</translation>
    </message>
    <message>
        <source>Add it, or make sure it is there before.</source>
        <translation>Añádala, o asegúrese de que exista antes.</translation>
    </message>
    <message>
        <source>The field serviceAccount is deprecated.</source>
        <translation>El campo serviceAccount está obsoleto.</translation>
    </message>
    <message>
        <source>Use serviceAccountName.</source>
        <translation>Use serviceAccountName.</translation>
    </message>
    <message>
        <source>Every container of the pods holds a token of the API server.</source>
        <translation>Cada contenedor de los pods tiene un token del servidor API.</translation>
    </message>
    <message>
        <source>Set automountServiceAccountToken to false where the API is not used.</source>
        <translation>Ponga automountServiceAccountToken en false donde no se use la API.</translation>
    </message>
    <message>
        <source>All pods may stand on one node, so losing it loses them all.</source>
        <translation>Todos los pods pueden estar en un mismo nodo; si se pierde, se pierden todos.</translation>
    </message>
    <message>
        <source>Add an anti-affinity or a spread constraint over kubernetes.io/hostname.</source>
        <translation>Añada una antiafinidad o una restricción de reparto sobre kubernetes.io/hostname.</translation>
    </message>
    <message>
        <source>Nothing spreads the pods over zones or nodes.</source>
        <translation>Nada reparte los pods entre zonas o nodos.</translation>
    </message>
    <message>
        <source>Add topologySpreadConstraints over zones and host names.</source>
        <translation>Añada topologySpreadConstraints sobre zonas y nombres de host.</translation>
    </message>
    <message>
        <source>The emptyDir %1 may fill the disk of its node.</source>
        <translation>El emptyDir %1 puede llenar el disco de su nodo.</translation>
    </message>
    <message>
        <source>Set sizeLimit.</source>
        <translation>Ponga sizeLimit.</translation>
    </message>
    <message>
        <source>Volume %1 needs the ConfigMap %2, which is not among these manifests.</source>
        <translation>El volumen %1 necesita el ConfigMap %2, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Volume %1 needs the claim %2, which is not among these manifests.</source>
        <translation>El volumen %1 necesita el claim %2, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Container %1 is killed while it still waits to stop: its preStop takes all %2 s it has.</source>
        <translation>El contenedor %1 se mata cuando aún espera para detenerse: su preStop consume los %2 s que tiene.</translation>
    </message>
    <message>
        <source>Raise terminationGracePeriodSeconds above the pause.</source>
        <translation>Suba terminationGracePeriodSeconds por encima de la pausa.</translation>
    </message>
    <message>
        <source>Every Service of the namespace becomes variables of every container; one called redis makes REDIS_PORT.</source>
        <translation>Cada Service del namespace se convierte en variables de cada contenedor; uno llamado redis crea REDIS_PORT.</translation>
    </message>
    <message>
        <source>Set enableServiceLinks to false.</source>
        <translation>Ponga enableServiceLinks en false.</translation>
    </message>
    <message>
        <source>When a node is full nobody knows whether these pods matter more than others.</source>
        <translation>Cuando un nodo está lleno, nadie sabe si estos pods importan más que otros.</translation>
    </message>
    <message>
        <source>Set priorityClassName.</source>
        <translation>Ponga priorityClassName.</translation>
    </message>
    <message>
        <source>Container %1 may run as root, which restricted namespaces refuse and a break-out profits from.</source>
        <translation>El contenedor %1 puede ejecutarse como root, algo que los namespaces restricted rechazan y que favorece una fuga del contenedor.</translation>
    </message>
    <message>
        <source>Set runAsNonRoot to true and a user above 10000.</source>
        <translation>Ponga runAsNonRoot en true y un usuario superior a 10000.</translation>
    </message>
    <message>
        <source>Container %1 runs with an id below 10000, which may be an account of the node.</source>
        <translation>El contenedor %1 se ejecuta con un id inferior a 10000, que puede ser una cuenta del nodo.</translation>
    </message>
    <message>
        <source>Take ids of 10000 and above.</source>
        <translation>Use ids a partir de 10000.</translation>
    </message>
    <message>
        <source>Container %1 keeps capabilities of root, which restricted namespaces refuse.</source>
        <translation>El contenedor %1 conserva capabilities de root, que los namespaces restricted rechazan.</translation>
    </message>
    <message>
        <source>Drop ALL and add nothing but NET_BIND_SERVICE where it is needed.</source>
        <translation>Ponga ALL en drop y añada solo NET_BIND_SERVICE donde haga falta.</translation>
    </message>
    <message>
        <source>Container %1 may make every system call: no seccomp profile is set.</source>
        <translation>El contenedor %1 puede hacer cualquier llamada al sistema: no hay ningún perfil seccomp.</translation>
    </message>
    <message>
        <source>Set seccompProfile to RuntimeDefault on the pod.</source>
        <translation>Ponga seccompProfile en RuntimeDefault en el pod.</translation>
    </message>
    <message>
        <source>Container %1 takes AppArmor&apos;s protection away.</source>
        <translation>El contenedor %1 anula la protección de AppArmor.</translation>
    </message>
    <message>
        <source>Leave it out, or set RuntimeDefault.</source>
        <translation>Omítalo, o ponga RuntimeDefault.</translation>
    </message>
    <message>
        <source>Container %1 takes a SELinux user, role or type of its own, which baseline namespaces refuse.</source>
        <translation>El contenedor %1 fija su propio usuario, rol o tipo de SELinux, algo que los namespaces baseline rechazan.</translation>
    </message>
    <message>
        <source>Leave seLinuxOptions to the node.</source>
        <translation>Deje seLinuxOptions al nodo.</translation>
    </message>
    <message>
        <source>Container %1 is privileged: it owns the node it runs on.</source>
        <translation>El contenedor %1 es privilegiado: es dueño del nodo en el que se ejecuta.</translation>
    </message>
    <message>
        <source>Take privileged away.</source>
        <translation>Quite privileged.</translation>
    </message>
    <message>
        <source>Programs in container %1 may gain rights their parent has not.</source>
        <translation>Los programas del contenedor %1 pueden obtener derechos que su proceso padre no tiene.</translation>
    </message>
    <message>
        <source>Set allowPrivilegeEscalation to false.</source>
        <translation>Ponga allowPrivilegeEscalation en false.</translation>
    </message>
    <message>
        <source>Container %1 may change its own programs: its root file system is writable.</source>
        <translation>El contenedor %1 puede cambiar sus propios programas: su sistema de archivos raíz admite escritura.</translation>
    </message>
    <message>
        <source>Set readOnlyRootFilesystem to true and mount an emptyDir where it writes.</source>
        <translation>Ponga readOnlyRootFilesystem en true y monte un emptyDir donde escriba.</translation>
    </message>
    <message>
        <source>Container %1 sees parts of /proc that are hidden otherwise.</source>
        <translation>El contenedor %1 ve partes de /proc que normalmente están ocultas.</translation>
    </message>
    <message>
        <source>Leave procMount out.</source>
        <translation>Omita procMount.</translation>
    </message>
    <message>
        <source>The pods share the network of their node: no network policy holds them and they reach what listens there.</source>
        <translation>Los pods comparten la red de su nodo: ninguna política de red los limita y alcanzan lo que escucha allí.</translation>
    </message>
    <message>
        <source>Take hostNetwork away.</source>
        <translation>Quite hostNetwork.</translation>
    </message>
    <message>
        <source>The pods see every process of their node.</source>
        <translation>Los pods ven todos los procesos de su nodo.</translation>
    </message>
    <message>
        <source>Take hostPID away.</source>
        <translation>Quite hostPID.</translation>
    </message>
    <message>
        <source>The pods share memory with processes of their node.</source>
        <translation>Los pods comparten memoria con procesos de su nodo.</translation>
    </message>
    <message>
        <source>Take hostIPC away.</source>
        <translation>Quite hostIPC.</translation>
    </message>
    <message>
        <source>The containers are processes of the Windows node itself.</source>
        <translation>Los contenedores son procesos del propio nodo Windows.</translation>
    </message>
    <message>
        <source>Take hostProcess away.</source>
        <translation>Quite hostProcess.</translation>
    </message>
    <message>
        <source>The kernel parameter %1 is not kept apart between pods.</source>
        <translation>El parámetro del kernel %1 no se aísla entre pods.</translation>
    </message>
    <message>
        <source>Set it on the nodes, or leave it out.</source>
        <translation>Póngalo en los nodos, u omítalo.</translation>
    </message>
    <message>
        <source>Volume %1 hands over %2: whoever speaks to the container runtime owns the node.</source>
        <translation>El volumen %1 entrega %2: quien habla con el runtime de contenedores es dueño del nodo.</translation>
    </message>
    <message>
        <source>Take the socket away.</source>
        <translation>Quite el socket.</translation>
    </message>
    <message>
        <source>Volume %1 is %2 of the node.</source>
        <translation>El volumen %1 es %2 del nodo.</translation>
    </message>
    <message>
        <source>Use a claim, or an emptyDir where the content may go.</source>
        <translation>Use un claim, o un emptyDir donde el contenido pueda perderse.</translation>
    </message>
    <message>
        <source>Volume %1 is of the kind %2, which restricted namespaces refuse.</source>
        <translation>El volumen %1 es del tipo %2, que los namespaces restricted rechazan.</translation>
    </message>
    <message>
        <source>Use a claim of a storage class instead.</source>
        <translation>Use en su lugar un claim de una clase de almacenamiento.</translation>
    </message>
    <message>
        <source>It leads to port %1, which no container behind it declares.</source>
        <translation>Lleva al puerto %1, que ningún contenedor detrás de él declara.</translation>
    </message>
    <message>
        <source>Declare the port in the container, or mend targetPort.</source>
        <translation>Declare el puerto en el contenedor, o corrija targetPort.</translation>
    </message>
    <message>
        <source>It selects no pods of these manifests, so it leads nowhere.</source>
        <translation>No selecciona ningún pod de estos manifiestos, así que no lleva a ninguna parte.</translation>
    </message>
    <message>
        <source>It opens a port on every node, past ingress, TLS and its policies.</source>
        <translation>Abre un puerto en cada nodo, al margen del ingress, de TLS y de sus políticas.</translation>
    </message>
    <message>
        <source>Use an Ingress, a Gateway or a LoadBalancer.</source>
        <translation>Use un Ingress, un Gateway o un LoadBalancer.</translation>
    </message>
    <message>
        <source>It takes traffic of addresses outside, which lets anybody who may write Services intercept it.</source>
        <translation>Recibe tráfico de direcciones externas, lo que permite interceptarlo a quien pueda escribir Services.</translation>
    </message>
    <message>
        <source>Drop externalIPs.</source>
        <translation>Quite externalIPs.</translation>
    </message>
    <message>
        <source>It leads to port %1 of the Service %2, which is not among these manifests.</source>
        <translation>Lleva al puerto %1 del Service %2, que no está entre estos manifiestos.</translation>
    </message>
    <message>
        <source>Mend the name or the port.</source>
        <translation>Corrija el nombre o el puerto.</translation>
    </message>
    <message>
        <source>It takes requests without TLS, so passwords and tokens cross the network in clear.</source>
        <translation>Acepta peticiones sin TLS, así que contraseñas y tokens cruzan la red sin cifrar.</translation>
    </message>
    <message>
        <source>Name a certificate&apos;s Secret in tls.</source>
        <translation>Indique en tls el Secret de un certificado.</translation>
    </message>
    <message>
        <source>It selects nothing of these manifests, so nothing is measured and no alert can fire.</source>
        <translation>No selecciona nada de estos manifiestos, así que no se mide nada y ninguna alerta puede dispararse.</translation>
    </message>
    <message>
        <source>Mend its selector.</source>
        <translation>Corrija su selector.</translation>
    </message>
    <message>
        <source>Its selector does not match the labels of its own pods, which Kubernetes refuses.</source>
        <translation>Su selector no coincide con las etiquetas de sus propios pods, algo que Kubernetes rechaza.</translation>
    </message>
    <message>
        <source>Give the pods the labels of the selector.</source>
        <translation>Ponga en los pods las etiquetas del selector.</translation>
    </message>
    <message>
        <source>Its selector also finds the pods of %1, so the two fight over them.</source>
        <translation>Su selector también encuentra los pods de %1, así que ambos se los disputan.</translation>
    </message>
    <message>
        <source>Give each workload a label of its own in its selector.</source>
        <translation>Dé a cada carga una etiqueta propia en su selector.</translation>
    </message>
    <message>
        <source>%1 decides how many pods there are, and each apply of this manifest sets them back.</source>
        <translation>%1 decide cuántos pods hay, y cada aplicación de este manifiesto deshace esa decisión.</translation>
    </message>
    <message>
        <source>Leave replicas out.</source>
        <translation>Omita replicas.</translation>
    </message>
    <message>
        <source>%1 and %2 both scale it, each undoing the other.</source>
        <translation>%1 y %2 lo escalan a la vez, y cada uno deshace lo que hace el otro.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Conserve uno de ellos.</translation>
    </message>
    <message>
        <source>There is one pod, so losing its node stops the service.</source>
        <translation>Hay un solo pod, así que perder su nodo detiene el servicio.</translation>
    </message>
    <message>
        <source>Run two or more; where only one may run, say so with the strategy Recreate.</source>
        <translation>Ejecute dos o más; donde solo pueda haber uno, indíquelo con la estrategia Recreate.</translation>
    </message>
    <message>
        <source>Each change stops all pods before it starts new ones.</source>
        <translation>Cada cambio detiene todos los pods antes de iniciar otros nuevos.</translation>
    </message>
    <message>
        <source>Use RollingUpdate.</source>
        <translation>Use RollingUpdate.</translation>
    </message>
    <message>
        <source>Its pods have no names in DNS: there is no headless Service called &quot;%1&quot;.</source>
        <translation>Sus pods no tienen nombre en DNS: no hay ningún Service headless llamado «%1».</translation>
    </message>
    <message>
        <source>Add a Service with clusterIP None and name it in serviceName.</source>
        <translation>Añada un Service con clusterIP None e indíquelo en serviceName.</translation>
    </message>
    <message>
        <source>A job&apos;s pods must not be restarted for ever, which is what happens unless it is said.</source>
        <translation>Los pods de un Job no deben reiniciarse sin fin, que es lo que ocurre si no se indica otra cosa.</translation>
    </message>
    <message>
        <source>Set restartPolicy to Never or OnFailure.</source>
        <translation>Ponga restartPolicy en Never u OnFailure.</translation>
    </message>
    <message>
        <source>After a hundred missed starts it never runs again, and a late start comes at any time.</source>
        <translation>Tras cien inicios perdidos no vuelve a ejecutarse nunca, y un inicio tardío llega en cualquier momento.</translation>
    </message>
    <message>
        <source>Set startingDeadlineSeconds.</source>
        <translation>Ponga startingDeadlineSeconds.</translation>
    </message>
    <message>
        <source>It stays when it is done until somebody deletes it.</source>
        <translation>Permanece cuando ha terminado hasta que alguien lo elimina.</translation>
    </message>
    <message>
        <source>Set ttlSecondsAfterFinished.</source>
        <translation>Ponga ttlSecondsAfterFinished.</translation>
    </message>
</context>
<context>
    <name>PolicySchemas</name>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a number or text</source>
        <translation>un número o texto</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>un mapa</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>%1 must be %2.</source>
        <translation>%1 debe ser %2.</translation>
    </message>
    <message>
        <source>Put it in quotes.</source>
        <translation>Póngalo entre comillas.</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;.</source>
        <translation>%1 no puede ser «%2».</translation>
    </message>
    <message>
        <source>Write one of %1.</source>
        <translation>Escriba uno de estos valores: %1.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>%1 needs a %2.</source>
        <translation>En %1 falta %2.</translation>
    </message>
    <message>
        <source>%1 %2 has no field %3 in Kubernetes %4.</source>
        <translation>%1 %2 no tiene el campo %3 en Kubernetes %4.</translation>
    </message>
    <message>
        <source>Take it out, or move it to where it belongs.</source>
        <translation>Quítelo, o muévalo a donde corresponde.</translation>
    </message>
    <message>
        <source>Write %1, if that is meant.</source>
        <translation>Escriba %1, si es lo que quería decir.</translation>
    </message>
    <message>
        <source>%1 %2 is deprecated since Kubernetes 1.%3.</source>
        <translation>%1 %2 está obsoleto desde Kubernetes 1.%3.</translation>
    </message>
    <message>
        <source>Nothing replaces it; take it out.</source>
        <translation>Nada lo sustituye; quítelo.</translation>
    </message>
    <message>
        <source>Use %1.</source>
        <translation>Use %1.</translation>
    </message>
    <message>
        <source>A cluster of Kubernetes %1 serves %2 only where somebody switched it on.</source>
        <translation>Un clúster de Kubernetes %1 ofrece %2 solo donde alguien lo ha activado.</translation>
    </message>
    <message>
        <source>Use a stable version, or switch it on in every cluster first.</source>
        <translation>Use una versión estable, o active antes esta en cada clúster.</translation>
    </message>
    <message>
        <source>%1 is gone since Kubernetes 1.%2.</source>
        <translation>%1 ya no existe desde Kubernetes 1.%2.</translation>
    </message>
    <message>
        <source>Nobody here knows %1, so its fields are not checked.</source>
        <translation>Aquí no se conoce %1, así que sus campos no se comprueban.</translation>
    </message>
    <message>
        <source>Make sure its definition is in the cluster before.</source>
        <translation>Asegúrese de que su definición esté antes en el clúster.</translation>
    </message>
    <message>
        <source>Kubernetes %1 does not serve %2; %3 does.</source>
        <translation>Kubernetes %1 no ofrece %2; %3 sí.</translation>
    </message>
    <message>
        <source>Use a version of the kind that the target serves.</source>
        <translation>Use una versión de este kind que el destino ofrezca.</translation>
    </message>
    <message>
        <source>There is no %1 in Kubernetes %2.</source>
        <translation>No existe %1 en Kubernetes %2.</translation>
    </message>
    <message>
        <source>Mend apiVersion or kind.</source>
        <translation>Corrija apiVersion o kind.</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>comparing with the cluster</source>
        <translation>comparar con el clúster</translation>
    </message>
    <message>
        <source>This cluster serves no %1 of %2.</source>
        <translation>Este clúster no ofrece %1 de %2.</translation>
    </message>
</context>
<context>
    <name>PreflightCheck</name>
    <message>
        <source>%1: %2. %3 %4</source>
        <translation>%1: %2. %3 %4</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Qué hacer: %1</translation>
    </message>
    <message>
        <source>Who can check: %1</source>
        <translation>Quién puede comprobarlo: %1</translation>
    </message>
    <message>
        <source>Accepted, because: %1</source>
        <translation>Aceptado, porque: %1</translation>
    </message>
    <message>
        <source>Go to the answer (%1)</source>
        <translation>Ir a la respuesta (%1)</translation>
    </message>
    <message>
        <source>Accept it with a reason…</source>
        <translation>Aceptarlo con un motivo…</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Retirar la aceptación</translation>
    </message>
    <message>
        <source>Why it may be deployed all the same; it is kept in the journal</source>
        <translation>Por qué puede desplegarse de todos modos; queda en el diario</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Aceptarlo</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Hace falta un motivo.</translation>
    </message>
</context>
<context>
    <name>PreflightInside</name>
    <message>
        <source>A pod looks from inside the cluster</source>
        <translation>Un pod inspecciona desde dentro del clúster</translation>
    </message>
    <message>
        <source>This is made in the cluster, and removed again</source>
        <translation>Esto se crea en el clúster y después se quita</translation>
    </message>
    <message>
        <source>Send the pod</source>
        <translation>Enviar el pod</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Stop and remove it</source>
        <translation>Detener y quitar</translation>
    </message>
</context>
<context>
    <name>PreflightSheet</name>
    <message>
        <source>Preflight</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar de nuevo</translation>
    </message>
    <message>
        <source>It is being looked at.</source>
        <translation>Se está comprobando.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Which checks are shown</source>
        <translation>Qué comprobaciones se muestran</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todas %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Fallidas %1</translation>
    </message>
    <message>
        <source>To look at %1</source>
        <translation>Por mirar %1</translation>
    </message>
    <message>
        <source>Not checked %1</source>
        <translation>Sin comprobar %1</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Guardar el informe…</translation>
    </message>
    <message>
        <source>Nobody has looked yet.</source>
        <translation>Nadie ha mirado todavía.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Look from inside the cluster…</source>
        <translation>Inspeccionar desde dentro…</translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message>
        <source>Worth a look</source>
        <translation>Conviene revisar</translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>New plan: %1. %2</source>
        <translation>Plan nuevo: %1. %2</translation>
    </message>
</context>
<context>
    <name>ProfileChoices</name>
    <message>
        <source>New plan from a profile</source>
        <translation>Plan nuevo desde un perfil</translation>
    </message>
</context>
<context>
    <name>ProfileStart</name>
    <message>
        <source>New plan: %1. %2</source>
        <translation>Plan nuevo: %1. %2</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 no puede iniciarse.</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>ejecutar %1</translation>
    </message>
    <message>
        <source>%1 was ended by a signal from outside.</source>
        <translation>%1 terminó por una señal de fuera.</translation>
    </message>
    <message>
        <source>%1 did not end within %2 and was stopped.</source>
        <translation>%1 no terminó en %2 y se detuvo.</translation>
    </message>
    <message>
        <source>%1 wrote more than this program will take, and was stopped.</source>
        <translation>%1 escribió más de lo que este programa admite y se detuvo.</translation>
    </message>
    <message>
        <source>%1 was stopped on request.</source>
        <translation>%1 se detuvo a petición.</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>Detenido antes de empezar.</translation>
    </message>
    <message>
        <source>There is no program %1 on PATH.</source>
        <translation>No hay ningún programa %1 en PATH.</translation>
    </message>
</context>
<context>
    <name>PushBundle</name>
    <message>
        <source>pushing the bundle</source>
        <translation>enviar el bundle</translation>
    </message>
    <message>
        <source>bundle.json is not the list of a bundle.</source>
        <translation>bundle.json no es la lista de un bundle.</translation>
    </message>
    <message>
        <source>bundle.json names a file outside the bundle: %1</source>
        <translation>bundle.json nombra un archivo fuera del bundle: %1</translation>
    </message>
    <message>
        <source>There is no bundle in %1: it has no bundle.json.</source>
        <translation>No hay ningún bundle en %1: no tiene bundle.json.</translation>
    </message>
    <message>
        <source>The file %1 of the bundle is missing.</source>
        <translation>Falta el archivo %1 del bundle.</translation>
    </message>
    <message>
        <source>Git stored another number of files than it was given.</source>
        <translation>Git guardó otro número de archivos del que recibió.</translation>
    </message>
    <message>
        <source>%1 is no folder inside a repository.</source>
        <translation>%1 no es una carpeta dentro de un repositorio.</translation>
    </message>
    <message>
        <source>“%1” is no name of a branch.</source>
        <translation>«%1» no es un nombre de rama.</translation>
    </message>
    <message>
        <source>Somebody else pushed to the branch %1 meanwhile. Nothing was overwritten; look at what came, then push again.</source>
        <translation>Otra persona envió cambios a la rama %1 entretanto. No se sobrescribió nada; mire qué llegó y envíe de nuevo.</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>More settings</source>
        <translation>Más ajustes</translation>
    </message>
    <message>
        <source>Usual values that seldom need a change</source>
        <translation>Valores habituales que rara vez hay que cambiar</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
</context>
<context>
    <name>RailBrand</name>
    <message>
        <source>Sentinel Console</source>
        <translation>Sentinel Console</translation>
    </message>
    <message>
        <source>Sentinel Console, first page</source>
        <translation>Sentinel Console, primera página</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>current page</source>
        <translation>página actual</translation>
    </message>
</context>
<context>
    <name>ReachGrid</name>
    <message>
        <source>↓ from, → to</source>
        <translation>↓ de, → a</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Quién llega a quién</translation>
    </message>
</context>
<context>
    <name>ReachLegend</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>perhaps open</source>
        <translation>quizá abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>not as wanted</source>
        <translation>fuera de lo previsto</translation>
    </message>
</context>
<context>
    <name>ReachView</name>
    <message>
        <source>Filter by name</source>
        <translation>Filtrar por nombre</translation>
    </message>
    <message>
        <source>Not as wanted (%1)</source>
        <translation>Fuera de lo previsto (%1)</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Quién llega a quién</translation>
    </message>
    <message>
        <source>No name fits the filter</source>
        <translation>Ningún nombre pasa el filtro</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>ReachWay</name>
    <message>
        <source>Choose a cell with the arrows or the mouse to see its ports and policies.</source>
        <translation>Elija una celda con las flechas o el ratón para ver sus puertos y políticas.</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>Ir a la respuesta</translation>
    </message>
</context>
<context>
    <name>Release</name>
    <message>
        <source>reading the history of a Helm release</source>
        <translation>leer el historial de una release de Helm</translation>
    </message>
    <message>
        <source>The decompressor does not start.</source>
        <translation>El descompresor no arranca.</translation>
    </message>
    <message>
        <source>Its content is damaged or too large.</source>
        <translation>Su contenido está dañado o es demasiado grande.</translation>
    </message>
    <message>
        <source>Its content is not what Helm writes.</source>
        <translation>Su contenido no es lo que escribe Helm.</translation>
    </message>
    <message>
        <source>The Secret %1 holds no Helm release.</source>
        <translation>El Secret %1 no contiene ninguna release de Helm.</translation>
    </message>
</context>
<context>
    <name>ReminderBar</name>
    <message>
        <source>This page could not be opened. The details are in the program&apos;s output.</source>
        <translation>No se pudo abrir esta página. Los detalles están en la salida del programa.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>At the next safe point; the same rollback goes on from there.</source>
        <translation>En el próximo punto seguro; la misma reversión continúa desde ahí.</translation>
    </message>
</context>
<context>
    <name>RenderChart</name>
    <message>
        <source>rendering the chart</source>
        <translation>generar el chart</translation>
    </message>
    <message>
        <source>There is no chart in %1.</source>
        <translation>No hay ningún chart en %1.</translation>
    </message>
    <message>
        <source>There is no value file %1.</source>
        <translation>No existe el archivo de valores %1.</translation>
    </message>
    <message>
        <source>the rendered chart</source>
        <translation>el chart generado</translation>
    </message>
    <message>
        <source>Helm was stopped before it was done.</source>
        <translation>Helm se detuvo antes de terminar.</translation>
    </message>
</context>
<context>
    <name>ReportFileDialog</name>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>ResourceChoice</name>
    <message>
        <source>Kind or name</source>
        <translation>Tipo o nombre</translation>
    </message>
    <message>
        <source>Filter the objects</source>
        <translation>Filtrar los objetos</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>None picked: everything is synced.</source>
        <translation>Ninguno elegido: se sincroniza todo.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) picked; hooks do not run then, and the history gets no entry.</source>
        <translation>
            <numerusform>%n objeto elegido; así no se ejecutan los hooks y el historial no recibe ninguna entrada.</numerusform>
            <numerusform>%n objetos elegidos; así no se ejecutan los hooks y el historial no recibe ninguna entrada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceList</name>
    <message>
        <source>Only what needs somebody</source>
        <translation>Solo lo que requiere atención</translation>
    </message>
    <message>
        <source>Reading what lives…</source>
        <translation>Leyendo lo que hay en el clúster…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada requiere atención</translation>
    </message>
    <message>
        <source>It brings nothing yet</source>
        <translation>Aún no trae nada</translation>
    </message>
</context>
<context>
    <name>ResourceRow</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>ResourceTree</name>
    <message>
        <source>Not read, since that is not allowed here: %1.</source>
        <translation>Sin leer, porque aquí no está permitido: %1.</translation>
    </message>
    <message>
        <source>It is deployed to another cluster, %1, which is not read here: this is what Argo CD wrote.</source>
        <translation>Se despliega en otro clúster, %1, que aquí no se lee: esto es lo que escribió Argo CD.</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>About the bundle</source>
        <translation>Acerca del bundle</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Nada lo impide.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Everything below is made from your answers alone, without a network.</source>
        <translation>Todo lo que sigue se crea solo a partir de sus respuestas, sin red.</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Comparado con %1</translation>
    </message>
    <message>
        <source>Write into a new folder there</source>
        <translation>Escribir en una carpeta nueva ahí</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>Next: deploy it here, onto the rehearsal cluster or a real one, or follow docs/DEPLOYMENT_GUIDE.md in that folder.</source>
        <translation>A continuación: despliéguelo aquí, en el clúster de ensayo o en uno real, o siga docs/DEPLOYMENT_GUIDE.md en esa carpeta.</translation>
    </message>
    <message>
        <source>Deploy it…</source>
        <translation>Desplegarlo…</translation>
    </message>
    <message>
        <source>Views of the bundle</source>
        <translation>Vistas del bundle</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>Quién llega a quién</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>RollBackButton</name>
    <message>
        <source>Stop and roll back…</source>
        <translation>Detener y revertir…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Opens the versions; nothing is changed before you confirm.</source>
        <translation>Abre las versiones; nada cambia antes de que usted confirme.</translation>
    </message>
</context>
<context>
    <name>RollbackChoices</name>
    <message>
        <source>More choices</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>remove what only the newer version has</source>
        <translation>quitar lo que solo tiene la versión más nueva</translation>
    </message>
    <message>
        <source>let the older version&apos;s hooks run</source>
        <translation>dejar que se ejecuten los hooks de la versión anterior</translation>
    </message>
    <message>
        <source>end the operation that runs first</source>
        <translation>terminar antes la operación en curso</translation>
    </message>
    <message>
        <source>tell the owner of the Application to leave the pause of auto-sync alone</source>
        <translation>indicar al propietario de la Application que no toque la pausa de la sincronización automática</translation>
    </message>
</context>
<context>
    <name>RollbackDiff</name>
    <message>
        <source>What changes, line by line</source>
        <translation>Qué cambia, línea a línea</translation>
    </message>
</context>
<context>
    <name>RollbackPage</name>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>Choose what to roll back first.</source>
        <translation>Elija antes qué revertir.</translation>
    </message>
    <message>
        <source>Back to an older version, once it is known to be safe.</source>
        <translation>Volver a una versión anterior, una vez que se sabe que es seguro.</translation>
    </message>
    <message>
        <source>Read what can be rolled back again</source>
        <translation>Leer de nuevo lo que puede revertirse</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>RollbackSheet</name>
    <message>
        <source>Looking whether it is safe…</source>
        <translation>Comprobando si es seguro…</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Type the name: %1</source>
        <translation>Escriba el nombre: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>It is under way</source>
        <translation>Está en marcha</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Leyendo las versiones…</translation>
    </message>
    <message>
        <source>Choose a version with Up and Down: whether it is safe is looked at then, and nothing is changed before you confirm.</source>
        <translation>Elija una versión con Arriba y Abajo: entonces se comprueba si es segura, y nada cambia antes de que usted confirme.</translation>
    </message>
    <message>
        <source>This cluster is protected; then Ctrl+Return rolls back.</source>
        <translation>Este clúster está protegido; después, Ctrl+Enter revierte.</translation>
    </message>
</context>
<context>
    <name>RollbackSteps</name>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>also commit the older version in Git, so that it lasts</source>
        <translation>hacer también commit de la versión anterior en Git, para que perdure</translation>
    </message>
</context>
<context>
    <name>RollbackVerdict</name>
    <message>
        <source>Only what matters</source>
        <translation>Solo lo que importa</translation>
    </message>
    <message>
        <source>Show every check</source>
        <translation>Mostrar todas las comprobaciones</translation>
    </message>
</context>
<context>
    <name>RollbackVersions</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Up and Down choose one.</source>
        <translation>Arriba y Abajo eligen una.</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Others set some of these fields. This would tell Argo CD to leave them alone:</source>
        <translation>Otros fijan algunos de estos campos. Esto indicaría a Argo CD que no los toque:</translation>
    </message>
    <message>
        <source>A sync would change nothing</source>
        <translation>Una sincronización no cambiaría nada</translation>
    </message>
    <message>
        <source>The project has no sync windows</source>
        <translation>El proyecto no tiene ventanas de sincronización</translation>
    </message>
    <message>
        <source>Nothing was synced yet</source>
        <translation>Aún no se sincronizó nada</translation>
    </message>
    <message>
        <source>Rules that leave these fields alone</source>
        <translation>Reglas que no tocan estos campos</translation>
    </message>
</context>
<context>
    <name>RunHelm</name>
    <message>
        <source>Helm failed without a word.</source>
        <translation>Helm falló sin decir palabra.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>%1, name of a Secret</source>
        <translation>%1, nombre de un Secret</translation>
    </message>
</context>
<context>
    <name>SecretRow</name>
    <message>
        <source>in namespace %1</source>
        <translation>en el namespace %1</translation>
    </message>
</context>
<context>
    <name>SecretsSheet</name>
    <message>
        <source>Values only you have</source>
        <translation>Valores que solo tiene usted</translation>
    </message>
    <message>
        <source>They become Secrets in the cluster, at once. They are not written to a file, a log or the journal.</source>
        <translation>Se convierten en Secrets del clúster al momento. No se escriben en ningún archivo, registro ni diario.</translation>
    </message>
    <message>
        <source>Make the Secrets</source>
        <translation>Crear los Secrets</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are missing</source>
        <translation>
            <numerusform>Falta %n valor</numerusform>
            <numerusform>Faltan %n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the deploy</source>
        <translation>Detener el despliegue</translation>
    </message>
    <message>
        <source>Secret %1, key %2, in %3</source>
        <translation>Secret %1, clave %2, en %3</translation>
    </message>
    <message>
        <source>A value is needed.</source>
        <translation>Hace falta un valor.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegada</translation>
    </message>
</context>
<context>
    <name>SegmentedChoice</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ServerSheet</name>
    <message>
        <source>Argo CD&apos;s server</source>
        <translation>Servidor de Argo CD</translation>
    </message>
    <message>
        <source>It tells what cannot be read from the cluster: objects on other clusters, manifests of kustomize, plugins and Helm repositories. Everything works without it, with less detail.</source>
        <translation>Dice lo que no puede leerse del clúster: objetos en otros clústeres, manifiestos de kustomize, de plugins y de repositorios de Helm. Todo funciona sin él, con menos detalle.</translation>
    </message>
    <message>
        <source>Use it so</source>
        <translation>Usar así</translation>
    </message>
    <message>
        <source>Choose an Application first.</source>
        <translation>Elija antes una Application.</translation>
    </message>
    <message>
        <source>Say where it is first.</source>
        <translation>Diga antes dónde está.</translation>
    </message>
    <message>
        <source>Give a token first.</source>
        <translation>Dé antes un token.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>At the address Argo CD names, with what &quot;argocd login&quot; left for exactly that address.</source>
        <translation>En la dirección que indica Argo CD, con lo que «argocd login» dejó para exactamente esa dirección.</translation>
    </message>
    <message>
        <source>Through the Kubernetes API server, which sees the token.</source>
        <translation>A través del servidor de API de Kubernetes, que ve el token.</translation>
    </message>
    <message>
        <source>Its certificate is verified by the authorities of this system, or by the one &quot;argocd login&quot; left.</source>
        <translation>Su certificado lo verifican las autoridades de este sistema, o la que dejó «argocd login».</translation>
    </message>
    <message>
        <source>It is not asked.</source>
        <translation>No se le pregunta.</translation>
    </message>
    <message>
        <source>As argocd login left it</source>
        <translation>Como lo dejó argocd login</translation>
    </message>
    <message>
        <source>At an address</source>
        <translation>En una dirección</translation>
    </message>
    <message>
        <source>Through the API server</source>
        <translation>A través del servidor de API</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Held in memory until the console ends, and never written.</source>
        <translation>Se mantiene en memoria hasta que termina la consola, y nunca se escribe.</translation>
    </message>
</context>
<context>
    <name>ServerTree</name>
    <message>
        <source>Argo CD&apos;s server (%1) told %2 of these objects and the health of %3 more; the rest is read from the cluster.</source>
        <translation>El servidor de Argo CD (%1) informó de %2 de estos objetos y de la salud de %3 más; el resto se lee del clúster.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ShellCommands</name>
    <message>
        <source>Search commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Go to Plan</source>
        <translation>Ir a Plan</translation>
    </message>
    <message>
        <source>Go to the first page</source>
        <translation>Ir a la primera página</translation>
    </message>
    <message>
        <source>new plan, profile, draft</source>
        <translation>plan nuevo, perfil, borrador</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Ir a Ajustes</translation>
    </message>
    <message>
        <source>Go to Help</source>
        <translation>Ir a Ayuda</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Mostrar todos los atajos de teclado</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Cerrar la consola</translation>
    </message>
    <message>
        <source>Go to Deploy</source>
        <translation>Ir a Desplegar</translation>
    </message>
    <message>
        <source>Go to Activity</source>
        <translation>Ir a Actividad</translation>
    </message>
    <message>
        <source>Use a real cluster…</source>
        <translation>Usar un clúster real…</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Use the rehearsal cluster</source>
        <translation>Usar el clúster de ensayo</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>Está en uso.</translation>
    </message>
    <message>
        <source>Start the rehearsal cluster empty</source>
        <translation>Empezar con el clúster de ensayo vacío</translation>
    </message>
    <message>
        <source>The rehearsal cluster is not in use.</source>
        <translation>El clúster de ensayo no está en uso.</translation>
    </message>
    <message>
        <source>Go to Workloads</source>
        <translation>Ir a Cargas</translation>
    </message>
    <message>
        <source>Settings of the clusters</source>
        <translation>Ajustes de los clústeres</translation>
    </message>
    <message>
        <source>Go to Sync</source>
        <translation>Ir a Sincronización</translation>
    </message>
    <message>
        <source>Go to Certificates</source>
        <translation>Ir a Certificados</translation>
    </message>
    <message>
        <source>Go to Rollback</source>
        <translation>Ir a Reversión</translation>
    </message>
    <message>
        <source>Turn paused auto-sync on again…</source>
        <translation>Reactivar la sincronización automática en pausa…</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>No rollback has paused it.</source>
        <translation>Ninguna reversión la ha puesto en pausa.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Everything can be reached without the mouse: Tab moves on, Enter and the space bar press, Esc closes.</source>
        <translation>Se puede llegar a todo sin el ratón: Tab avanza, Enter y la barra espaciadora pulsan, Esc cierra.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>SplitPane</name>
    <message>
        <source>Divider between the panes; move it with the arrows</source>
        <translation>Divisor entre los paneles; muévalo con las flechas</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open a plan…</source>
        <translation>Abrir un plan…</translation>
    </message>
    <message>
        <source>How the console looks and speaks</source>
        <translation>Cómo se ve y habla la consola</translation>
    </message>
    <message>
        <source>Can be changed at any time under Settings.</source>
        <translation>Puede cambiarse en cualquier momento en Ajustes.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan it, deploy it, break it: before there is a cluster</source>
        <translation>Planéelo, despliéguelo, rómpalo: antes de que haya un clúster</translation>
    </message>
    <message>
        <source>Answer a few questions, take away a complete configuration, and rehearse the installation on a cluster in memory. Nothing leaves this machine.</source>
        <translation>Responda unas preguntas, llévese una configuración completa y ensaye la instalación en un clúster en memoria. Nada sale de esta máquina.</translation>
    </message>
    <message>
        <source>Explore the rehearsal</source>
        <translation>Explorar el ensayo</translation>
    </message>
    <message>
        <source>A whole Kubernetes runs in memory beside this window. Deploy onto it, see why each object waits, then lose a node on purpose.</source>
        <translation>Un Kubernetes entero corre en memoria junto a esta ventana. Despliegue en él, vea por qué espera cada objeto y pierda un nodo a propósito.</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>no está en marcha</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>Deploy an example</source>
        <translation>Desplegar un ejemplo</translation>
    </message>
    <message>
        <source>Deploy your bundle…</source>
        <translation>Desplegar su bundle…</translation>
    </message>
    <message>
        <source>Plan your own</source>
        <translation>Planear el suyo</translation>
    </message>
    <message>
        <source>See the hardware it needs and why, review every file, write the bundle. Begin with a profile below, or go on with a plan you have.</source>
        <translation>Vea el hardware que necesita y por qué, revise cada archivo, escriba el bundle. Empiece con un perfil de abajo o siga con un plan que ya tenga.</translation>
    </message>
    <message>
        <source>Use your own cluster</source>
        <translation>Usar su propio clúster</translation>
    </message>
    <message>
        <source>Choose a kubeconfig and a context. The band above shows which cluster it is; nothing changes there until you press Deploy.</source>
        <translation>Elija un kubeconfig y un contexto. La banda de arriba muestra qué clúster es; nada cambia en él hasta que pulse Desplegar.</translation>
    </message>
    <message>
        <source>Choose a kubeconfig…</source>
        <translation>Elegir un kubeconfig…</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Where shall Sentinel run?</source>
        <translation>¿Dónde se ejecutará Sentinel?</translation>
    </message>
    <message>
        <source>Begin with the profile that comes closest. Every answer has a usual value; change what is different with you.</source>
        <translation>Empiece por el perfil más cercano. Toda respuesta tiene un valor habitual; cambie lo que en su caso sea distinto.</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Abrir un plan…</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>The hardware, with its reasons</source>
        <translation>El hardware, con sus razones</translation>
    </message>
    <message>
        <source>Nodes, memory, disks and cost for your load. Every figure opens its formula; lose a node and see where its pods go.</source>
        <translation>Nodos, memoria, discos y costo para su carga. Cada cifra abre su fórmula; pierda un nodo y vea adónde van sus pods.</translation>
    </message>
    <message>
        <source>A bundle Helm and Argo CD accept</source>
        <translation>Un bundle que aceptan Helm y Argo CD</translation>
    </message>
    <message>
        <source>Values, certificates, network policies, applications and a guide written for this plan. The same plan makes the same bytes.</source>
        <translation>Values, certificados, políticas de red, aplicaciones y una guía escrita para este plan. El mismo plan produce los mismos bytes.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nada sale de esta máquina</translation>
    </message>
    <message>
        <source>No cluster, no account and no network are needed. Passwords are never asked for: the plan holds the names of Secrets alone.</source>
        <translation>No hacen falta clúster, cuenta ni red. Nunca se piden contraseñas: el plan solo guarda nombres de Secrets.</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>current step</source>
        <translation>paso actual</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Phases</source>
        <translation>Fases</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Healthy objects</source>
        <translation>Objetos sanos</translation>
    </message>
</context>
<context>
    <name>SubjectList</name>
    <message>
        <source>What can be rolled back</source>
        <translation>Qué puede revertirse</translation>
    </message>
    <message>
        <source>Nothing here can be rolled back</source>
        <translation>Aquí no hay nada que se pueda revertir</translation>
    </message>
    <message>
        <source>Applications of Argo CD and releases of Helm on this cluster are listed here.</source>
        <translation>Aquí aparecen las Applications de Argo CD y las releases de Helm de este clúster.</translation>
    </message>
    <message>
        <source>Deploy an example</source>
        <translation>Desplegar un ejemplo</translation>
    </message>
</context>
<context>
    <name>SubjectNear</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>No hay nada elegido</translation>
    </message>
    <message>
        <source>Choose what to look at</source>
        <translation>Elija qué mirar</translation>
    </message>
    <message>
        <source>Its versions, how each of them did, and the way back.</source>
        <translation>Sus versiones, cómo le fue a cada una y el camino de vuelta.</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Opens the versions; nothing is changed before you confirm.</source>
        <translation>Abre las versiones; nada cambia antes de que usted confirme.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Leyendo las versiones…</translation>
    </message>
</context>
<context>
    <name>SyncActions</name>
    <message>
        <source>Sync…</source>
        <translation>Sincronizar…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>End the operation</source>
        <translation>Terminar la operación</translation>
    </message>
    <message>
        <source>Pause auto-sync</source>
        <translation>Pausar la sincronización automática</translation>
    </message>
    <message>
        <source>Switch auto-sync on</source>
        <translation>Activar la sincronización automática</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Opens the versions; nothing is changed before you confirm.</source>
        <translation>Abre las versiones; nada cambia antes de que usted confirme.</translation>
    </message>
</context>
<context>
    <name>SyncApplication</name>
    <message>
        <source>syncing %1</source>
        <translation>sincronizar %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>This sync was begun before, and another operation has followed it. It is not begun a second time; the history says how it ended.</source>
        <translation>Esta sincronización ya se empezó antes y le ha seguido otra operación. No se empieza por segunda vez; el historial dice cómo terminó.</translation>
    </message>
    <message>
        <source>An operation of %1 runs. Wait until it is over, or end it first.</source>
        <translation>Hay una operación de %1 en curso. Espere a que acabe, o termínela antes.</translation>
    </message>
    <message>
        <source>Others kept writing to the Application; try again when they are done.</source>
        <translation>Otros no dejaron de escribir en la Application; inténtelo de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>The Application was deleted meanwhile.</source>
        <translation>La Application se eliminó mientras tanto.</translation>
    </message>
    <message>
        <source>An operation of %1 took the place of ours.</source>
        <translation>Una operación de %1 ocupó el lugar de la nuestra.</translation>
    </message>
    <message>
        <source>It took longer than allowed; it goes on in the cluster.</source>
        <translation>Tardó más de lo permitido; continúa en el clúster.</translation>
    </message>
    <message>
        <source>It goes on in the cluster; the same command follows it again, and terminate ends it.</source>
        <translation>Continúa en el clúster; el mismo comando vuelve a seguirla, y terminate la termina.</translation>
    </message>
    <message>
        <source>%1 is synced.</source>
        <translation>%1 está sincronizada.</translation>
    </message>
    <message>
        <source>another sync was asked for</source>
        <translation>se pidió otra sincronización</translation>
    </message>
    <message>
        <source>given up for another sync</source>
        <translation>abandonada por otra sincronización</translation>
    </message>
    <message>
        <source>Ask Argo CD</source>
        <translation>Pedirlo a Argo CD</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>Become healthy</source>
        <translation>Llegar a estar sano</translation>
    </message>
    <message>
        <source>%1 is open and asked for something else: %2. Go on with that one, or begin this one instead with --give-up.</source>
        <translation>%1 está abierta y pedía otra cosa: %2. Siga con esa, o empiece esta en su lugar con --give-up.</translation>
    </message>
</context>
<context>
    <name>SyncCommands</name>
    <message>
        <source>Filter the Applications</source>
        <translation>Filtrar las Applications</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Sync the Application…</source>
        <translation>Sincronizar la Application…</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Compare with Git again</source>
        <translation>Comparar con Git de nuevo</translation>
    </message>
    <message>
        <source>Compare with Git again, and render anew</source>
        <translation>Comparar con Git de nuevo, y volver a generar</translation>
    </message>
    <message>
        <source>End the operation</source>
        <translation>Terminar la operación</translation>
    </message>
    <message>
        <source>Pause auto-sync</source>
        <translation>Pausar la sincronización automática</translation>
    </message>
    <message>
        <source>Switch auto-sync on</source>
        <translation>Activar la sincronización automática</translation>
    </message>
    <message>
        <source>What a sync would change</source>
        <translation>Qué cambiaría una sincronización</translation>
    </message>
    <message>
        <source>Choose an Application first.</source>
        <translation>Elija antes una Application.</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>Clusters in this list…</source>
        <translation>Clústeres de esta lista…</translation>
    </message>
    <message>
        <source>Argo CD&apos;s server…</source>
        <translation>Servidor de Argo CD…</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Choose an Application first.</source>
        <translation>Elija antes una Application.</translation>
    </message>
</context>
<context>
    <name>SyncPreview</name>
    <message>
        <source>looking into the history</source>
        <translation>consultar el historial</translation>
    </message>
    <message>
        <source>The history has no entry %1.</source>
        <translation>El historial no tiene la entrada %1.</translation>
    </message>
    <message>
        <source>Only objects that Argo CD found different were compared.</source>
        <translation>Solo se compararon los objetos que Argo CD encontró distintos.</translation>
    </message>
    <message>
        <source>comparing the Application with its cluster</source>
        <translation>comparar la Application con su clúster</translation>
    </message>
    <message>
        <source>It is deployed to another cluster, %1, so a revision cannot be compared with it from here; two revisions can be compared with each other.</source>
        <translation>Se despliega en otro clúster, %1, así que desde aquí no se puede comparar una revisión con él; sí se pueden comparar dos revisiones entre sí.</translation>
    </message>
    <message>
        <source>It is deployed to another cluster, %1, which only Argo CD&apos;s server can compare from here.</source>
        <translation>Se despliega en otro clúster, %1, que desde aquí solo puede comparar el servidor de Argo CD.</translation>
    </message>
    <message>
        <source>This is what it says (%1), as of its last comparison.</source>
        <translation>Esto es lo que dice (%1), según su última comparación.</translation>
    </message>
    <message>
        <source>looking for the revision</source>
        <translation>buscar la revisión</translation>
    </message>
    <message>
        <source>%1 has no revision &quot;%2&quot;; nothing was begun.</source>
        <translation>%1 no tiene la revisión «%2»; no se empezó nada.</translation>
    </message>
</context>
<context>
    <name>SyncSheet</name>
    <message>
        <source>Sync %1</source>
        <translation>Sincronizar %1</translation>
    </message>
    <message>
        <source>Argo CD applies what Git says. You can watch it under Timeline.</source>
        <translation>Argo CD aplica lo que dice Git. Puede seguirlo en Cronología.</translation>
    </message>
    <message>
        <source>Sync and delete</source>
        <translation>Sincronizar y eliminar</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizar</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>A branch, a tag or a commit; empty: the one the Application follows.</source>
        <translation>Una rama, una etiqueta o un commit; vacío: la que sigue la Application.</translation>
    </message>
    <message>
        <source>Run hooks, such as migrations</source>
        <translation>Ejecutar los hooks, como las migraciones</translation>
    </message>
    <message>
        <source>Delete what Git has no more</source>
        <translation>Eliminar lo que Git ya no tiene</translation>
    </message>
    <message>
        <source>Delete and make anew what cannot be changed</source>
        <translation>Eliminar y crear de nuevo lo que no puede cambiarse</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Escriba antes el nombre.</translation>
    </message>
    <message>
        <source>Dry run: Argo CD checks the manifests and writes nothing</source>
        <translation>Simulación (dry run): Argo CD comprueba los manifiestos y no escribe nada</translation>
    </message>
    <message>
        <source>Hooks never run when only some objects are synced.</source>
        <translation>Los hooks nunca se ejecutan cuando solo se sincronizan algunos objetos.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Apply only what is out of sync</source>
        <translation>Aplicar solo lo desincronizado</translation>
    </message>
    <message>
        <source>Server-side apply: for large objects and several owners of fields</source>
        <translation>Server-side apply: para objetos grandes y varios propietarios de campos</translation>
    </message>
    <message>
        <source>Replace objects instead of changing them</source>
        <translation>Reemplazar los objetos en vez de cambiarlos</translation>
    </message>
    <message>
        <source>This can stop what runs</source>
        <translation>Esto puede detener lo que está en marcha</translation>
    </message>
    <message>
        <source>Pods end before new ones run, and fields others set, such as replicas of an autoscaler, are lost. Use it where nothing else helps.</source>
        <translation>Los pods terminan antes de que arranquen los nuevos, y se pierden los campos que fijan otros, como las réplicas de un autoscaler. Úselo donde nada más ayude.</translation>
    </message>
    <message>
        <source>Try again when it fails</source>
        <translation>Reintentar si falla</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Cuántas veces</translation>
    </message>
    <message>
        <source>Only some objects</source>
        <translation>Solo algunos objetos</translation>
    </message>
    <message>
        <source>Type %1 to delete there</source>
        <translation>Escriba %1 para eliminar allí</translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
</context>
<context>
    <name>SyncWindows</name>
    <message>
        <source>The schedule cannot be read.</source>
        <translation>La programación no puede leerse.</translation>
    </message>
    <message>
        <source>There is no time zone of that name.</source>
        <translation>No hay ninguna zona horaria con ese nombre.</translation>
    </message>
    <message>
        <source>The duration cannot be read.</source>
        <translation>La duración no puede leerse.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>A sync window keeps Argo CD from syncing by itself until %1; people may.</source>
        <translation>Una ventana de sincronización impide hasta %1 que Argo CD sincronice por sí solo; las personas sí pueden.</translation>
    </message>
    <message>
        <source>A sync window forbids syncs until %1.</source>
        <translation>Una ventana de sincronización prohíbe sincronizar hasta %1.</translation>
    </message>
    <message>
        <source>A sync window is open until %1.</source>
        <translation>Hay una ventana de sincronización abierta hasta %1.</translation>
    </message>
    <message>
        <source>No sync window is open; the next one opens %1. People may sync all the same.</source>
        <translation>No hay ninguna ventana de sincronización abierta; la próxima se abre: %1. Las personas pueden sincronizar de todos modos.</translation>
    </message>
    <message>
        <source>No sync window is open; the next one opens %1.</source>
        <translation>No hay ninguna ventana de sincronización abierta; la próxima se abre: %1.</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>%1, ascending</source>
        <translation>%1, ascendente</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1, descendente</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>reading a quantity</source>
        <translation>leer una cantidad</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than any cluster can hold; 9P is the most.</source>
        <translation>&quot;%1&quot; es más de lo que cabe en cualquier clúster; 9P es el máximo.</translation>
    </message>
    <message>
        <source>reading the folder %1</source>
        <translation>leer la carpeta %1</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>La carpeta %1 no existe.</translation>
    </message>
    <message>
        <source>%1 is a file, not the folder of a bundle.</source>
        <translation>%1 es un archivo, no la carpeta de un bundle.</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>leer %1</translation>
    </message>
    <message>
        <source>%1 is no plain file of at most %2 bytes.</source>
        <translation>%1 no es un archivo corriente de %2 bytes como máximo.</translation>
    </message>
    <message>
        <source>writing %1</source>
        <translation>escribir %1</translation>
    </message>
    <message>
        <source>writing the bundle %1</source>
        <translation>escribir el bundle %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>La carpeta %1 no puede crearse.</translation>
    </message>
    <message>
        <source>Nothing can be written in %1: %2.</source>
        <translation>No se puede escribir nada en %1: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be put in place: %2.</source>
        <translation>%1 no puede ponerse en su lugar: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be moved: %2.</source>
        <translation>%1 no puede moverse: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be replaced: %2.</source>
        <translation>%1 no puede reemplazarse: %2.</translation>
    </message>
    <message>
        <source>There is no environment &quot;%1&quot; in this plan.</source>
        <translation>En este plan no hay un entorno &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Its environments are: %1.</source>
        <translation>Sus entornos son: %1.</translation>
    </message>
    <message>
        <source>There is no cluster &quot;%1&quot; in this plan.</source>
        <translation>En este plan no hay un clúster &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Add it first: clusters[%1].environment=NAME.</source>
        <translation>Añádalo primero: clusters[%1].environment=NAME.</translation>
    </message>
    <message>
        <source>%1 answers %2 itself</source>
        <translation>%1 responde %2 por sí mismo</translation>
    </message>
    <message>
        <source>the environments differ; ask for environments.NAME.%1</source>
        <translation>los entornos difieren; pregunte por environments.NAME.%1</translation>
    </message>
    <message>
        <source>the name of the plan</source>
        <translation>el nombre del plan</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a whole entry; ask for one of its answers, such as %1.%2.</source>
        <translation>&quot;%1&quot; es una entrada completa; pregunte por una de sus respuestas, como %1.%2.</translation>
    </message>
    <message>
        <source>answered on %1</source>
        <translation>respondido en %1</translation>
    </message>
    <message>
        <source>nobody answered, so the usual value stands</source>
        <translation>nadie respondió, así que rige el valor habitual</translation>
    </message>
    <message>
        <source>reading the plan</source>
        <translation>leer el plan</translation>
    </message>
    <message>
        <source>This plan is written for version &quot;%1&quot;; this program reads %2. Use the newer program that wrote it.</source>
        <translation>Este plan está escrito para la versión &quot;%1&quot;; este programa lee %2. Use el programa más nuevo que lo escribió.</translation>
    </message>
    <message>
        <source>Nothing here is called &quot;%1&quot;.</source>
        <translation>Aquí nada se llama &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>Aquí se conocen: %1.</translation>
    </message>
    <message>
        <source>%1 needs a short text.</source>
        <translation>%1 requiere un texto breve.</translation>
    </message>
    <message>
        <source>The file is empty; it holds no plan.</source>
        <translation>El archivo está vacío; no contiene ningún plan.</translation>
    </message>
    <message>
        <source>This is no plan: a map with apiVersion, kind and spec is expected.</source>
        <translation>Esto no es un plan: se espera un mapa con apiVersion, kind y spec.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>Write &quot;%1: %2&quot; at the top.</source>
        <translation>Escriba &quot;%1: %2&quot; al comienzo.</translation>
    </message>
    <message>
        <source>%1 must be %2, not &quot;%3&quot;.</source>
        <translation>%1 debe ser %2, no &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>The plan has no name.</source>
        <translation>El plan no tiene nombre.</translation>
    </message>
    <message>
        <source>Write &quot;metadata: {name: sentinel}&quot;.</source>
        <translation>Escriba &quot;metadata: {name: sentinel}&quot;.</translation>
    </message>
    <message>
        <source>Write &quot;name: sentinel&quot; under metadata.</source>
        <translation>Escriba &quot;name: sentinel&quot; bajo metadata.</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>spec needs one map for each step of the wizard.</source>
        <translation>spec requiere un mapa por cada paso del asistente.</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot;.</source>
        <translation>No hay un paso &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The steps are: %1.</source>
        <translation>Los pasos son: %1.</translation>
    </message>
    <message>
        <source>%1 needs a map of answers.</source>
        <translation>%1 requiere un mapa de respuestas.</translation>
    </message>
    <message>
        <source>There is no question &quot;%1&quot;.</source>
        <translation>No existe la pregunta &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The plan has no environment.</source>
        <translation>El plan no tiene ningún entorno.</translation>
    </message>
    <message>
        <source>environments needs a map: a name, then its answers.</source>
        <translation>environments requiere un mapa: un nombre y luego sus respuestas.</translation>
    </message>
    <message>
        <source>Write at least one, such as &quot;prod: {profile: prod}&quot; under environments.</source>
        <translation>Escriba al menos uno, como &quot;prod: {profile: prod}&quot; bajo environments.</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>%1 needs a map with profile and spec.</source>
        <translation>%1 requiere un mapa con profile y spec.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>No existe el perfil &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The profiles are: %1.</source>
        <translation>Los perfiles son: %1.</translation>
    </message>
    <message>
        <source>clusters needs a list of entries with a name.</source>
        <translation>clusters requiere una lista de entradas con nombre.</translation>
    </message>
    <message>
        <source>The cluster has no name.</source>
        <translation>El clúster no tiene nombre.</translation>
    </message>
    <message>
        <source>Write &quot;name: eu-1&quot; or the like.</source>
        <translation>Escriba &quot;name: eu-1&quot; o algo parecido.</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>clúster</translation>
    </message>
    <message>
        <source>There are two clusters named &quot;%1&quot;.</source>
        <translation>Hay dos clústeres llamados &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Give each its own name.</source>
        <translation>Dé a cada uno su propio nombre.</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; belongs to no environment.</source>
        <translation>El clúster &quot;%1&quot; no pertenece a ningún entorno.</translation>
    </message>
    <message>
        <source>Write &quot;environment: NAME&quot; with one of: %1.</source>
        <translation>Escriba &quot;environment: NAME&quot; con uno de: %1.</translation>
    </message>
    <message>
        <source>There is no environment &quot;%1&quot;.</source>
        <translation>No hay un entorno &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The environments are: %1.</source>
        <translation>Los entornos son: %1.</translation>
    </message>
    <message>
        <source>%1 cannot move: its volume lies on the lost node.</source>
        <translation>%1 no puede moverse: su volumen está en el nodo perdido.</translation>
    </message>
    <message>
        <source>have too little memory</source>
        <translation>tienen muy poca memoria</translation>
    </message>
    <message>
        <source>have too little CPU</source>
        <translation>tienen muy poca CPU</translation>
    </message>
    <message>
        <source>have too little disk</source>
        <translation>tienen muy poco disco</translation>
    </message>
    <message>
        <source>already run a %1</source>
        <translation>ya ejecutan un %1</translation>
    </message>
    <message>
        <source>are in zones that already have more %1 than others</source>
        <translation>están en zonas que ya tienen más %1 que otras</translation>
    </message>
    <message>
        <source>are tainted or lost</source>
        <translation>tienen taints o están perdidos</translation>
    </message>
    <message>
        <source>already run 110 pods</source>
        <translation>ya ejecutan 110 pods</translation>
    </message>
    <message>
        <source>0 of %1 nodes take %2: %3.</source>
        <translation>0 de %1 nodos aceptan %2: %3.</translation>
    </message>
    <message>
        <source>This text belongs to no key and no value; check the quotes and the indentation around it.</source>
        <translation>Este texto no pertenece a ninguna clave ni valor; revise las comillas y la sangría que lo rodean.</translation>
    </message>
    <message>
        <source>A comment needs a space before its &quot;#&quot;; if &quot;#&quot; belongs to the value, put the whole value in quotes.</source>
        <translation>Un comentario requiere un espacio antes de su &quot;#&quot;; si &quot;#&quot; pertenece al valor, ponga todo el valor entre comillas.</translation>
    </message>
    <message>
        <source>Directives other than &quot;%YAML 1.2&quot; are not read; remove this line.</source>
        <translation>No se leen directivas distintas de &quot;%YAML 1.2&quot;; quite esta línea.</translation>
    </message>
    <message>
        <source>A tab is used as indentation, which YAML forbids; use spaces.</source>
        <translation>Se usa un tabulador como sangría, lo que YAML prohíbe; use espacios.</translation>
    </message>
    <message>
        <source>The text is %1 bytes long, more than the %2 that are read; is this the right file?</source>
        <translation>El texto mide %1 bytes, más que los %2 que se leen; ¿es el archivo correcto?</translation>
    </message>
    <message>
        <source>There are more than %1 brackets and commas up to here; that is too much to read safely.</source>
        <translation>Hasta aquí hay más de %1 corchetes y comas; es demasiado para leerlo con seguridad.</translation>
    </message>
    <message>
        <source>Byte %1 of the file (0x%2) is not UTF-8; save the file as UTF-8.</source>
        <translation>El byte %1 del archivo (0x%2) no es UTF-8; guarde el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>A carriage return without a line feed is no line ending here; save the file with LF or CRLF line endings.</source>
        <translation>Un retorno de carro sin avance de línea no es aquí un fin de línea; guarde el archivo con finales LF o CRLF.</translation>
    </message>
    <message>
        <source>The file contains a NUL byte, so it is no YAML text; UTF-16 must be saved as UTF-8.</source>
        <translation>El archivo contiene un byte NUL, así que no es texto YAML; UTF-16 debe guardarse como UTF-8.</translation>
    </message>
    <message>
        <source>The invisible character %1 is not allowed in YAML; delete it, or write it as an escape in double quotes.</source>
        <translation>El carácter invisible %1 no se permite en YAML; bórrelo, o escríbalo como escape entre comillas dobles.</translation>
    </message>
    <message>
        <source>The value here is an alias of one written elsewhere; replace it by a value of its own before changing a part of it.</source>
        <translation>El valor aquí es un alias de otro escrito en otra parte; reemplácelo por uno propio antes de cambiar una parte.</translation>
    </message>
    <message>
        <source>There is a comment between this entry and its neighbour that would be lost; remove the entry in an editor.</source>
        <translation>Entre esta entrada y su vecina hay un comentario que se perdería; quite la entrada en un editor.</translation>
    </message>
    <message>
        <source>This entry shares its line with something else; remove it in an editor.</source>
        <translation>Esta entrada comparte su línea con otra cosa; quítela en un editor.</translation>
    </message>
    <message>
        <source>The document is complete before this text; check the indentation and quotes, or begin another document with &quot;---&quot;.</source>
        <translation>El documento termina antes de este texto; revise la sangría y las comillas, o comience otro documento con &quot;---&quot;.</translation>
    </message>
    <message>
        <source>A second document begins here, but this file must hold just one; remove it or put it in a file of its own.</source>
        <translation>Aquí comienza un segundo documento, pero este archivo debe contener solo uno; quítelo o póngalo en un archivo aparte.</translation>
    </message>
    <message>
        <source>This value is not read the way it is written; put it in quotes.</source>
        <translation>Este valor no se lee tal como está escrito; póngalo entre comillas.</translation>
    </message>
    <message>
        <source>The tag %1 cannot be read here; remove it.</source>
        <translation>La etiqueta %1 no puede leerse aquí; quítela.</translation>
    </message>
    <message>
        <source>An alias (*) cannot be a key here; write the key itself.</source>
        <translation>Un alias (*) no puede ser una clave aquí; escriba la clave misma.</translation>
    </message>
    <message>
        <source>This alias points into the value it is a part of; such a value has no end.</source>
        <translation>Este alias apunta al valor del que forma parte; un valor así no tiene fin.</translation>
    </message>
    <message>
        <source>With this alias the text nests deeper than the %1 levels that are read.</source>
        <translation>Con este alias el texto se anida más que los %1 niveles que se leen.</translation>
    </message>
    <message>
        <source>The text nests deeper than the %1 levels that are read.</source>
        <translation>El texto se anida más que los %1 niveles que se leen.</translation>
    </message>
    <message>
        <source>The text holds more than the %1 values that are read; aliases count each time they are used.</source>
        <translation>El texto contiene más que los %1 valores que se leen; los alias cuentan cada vez que se usan.</translation>
    </message>
    <message>
        <source>This looks like a template ({{ … }}); YAML is read after templates are filled in, so put it in quotes or render it first.</source>
        <translation>Esto parece una plantilla ({{ … }}); YAML se lee después de rellenar las plantillas, así que póngalo entre comillas o renderícela primero.</translation>
    </message>
    <message>
        <source>There is no key before this &quot;:&quot;; write one.</source>
        <translation>No hay clave antes de este &quot;:&quot;; escriba una.</translation>
    </message>
    <message>
        <source>There is nothing before this comma; remove the comma, or write the missing value.</source>
        <translation>No hay nada antes de esta coma; quite la coma, o escriba el valor que falta.</translation>
    </message>
    <message>
        <source>A key must be text, not a list or a map; give it a name.</source>
        <translation>Una clave debe ser texto, no una lista ni un mapa; dele un nombre.</translation>
    </message>
    <message>
        <source>This key is read as null, not as text; put it in quotes.</source>
        <translation>Esta clave se lee como null, no como texto; póngala entre comillas.</translation>
    </message>
    <message>
        <source>The key %1 is read as a number or a boolean, not as text; write it as &quot;%1&quot;.</source>
        <translation>La clave %1 se lee como número o booleano, no como texto; escríbala como &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Merge keys (&lt;&lt;) are no longer part of YAML and are not read; write the entries out.</source>
        <translation>Las claves de fusión (&lt;&lt;) ya no son parte de YAML y no se leen; escriba las entradas completas.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands here a second time, it is already in line %2; keep one of them.</source>
        <translation>La clave &quot;%1&quot; está aquí por segunda vez, ya figura en la línea %2; deje una de ellas.</translation>
    </message>
    <message>
        <source>%1: this folder cannot be made. Name one that can be written to.</source>
        <translation>%1: esta carpeta no puede crearse. Indique una en la que se pueda escribir.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n imagen en %1</numerusform>
            <numerusform>%n imágenes en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The page &quot;%1&quot; did not open.</source>
        <translation>La página &quot;%1&quot; no se abrió.</translation>
    </message>
    <message>
        <source>%1: the page did not come to rest.</source>
        <translation>%1: la página no llegó a reposar.</translation>
    </message>
    <message>
        <source>%1: this picture could not be written.</source>
        <translation>%1: esta imagen no pudo escribirse.</translation>
    </message>
    <message>
        <source>Everything fits: %1 pods placed, none is left waiting.</source>
        <translation>Todo cabe: %1 pods ubicados, ninguno queda esperando.</translation>
    </message>
    <message>
        <source>1 pod finds no node.</source>
        <translation>1 pod no encuentra nodo.</translation>
    </message>
    <message>
        <source>%1 pods find no node.</source>
        <translation>%1 pods no encuentran nodo.</translation>
    </message>
    <message>
        <source>Still fits with %2 lost: 1 pod moves, none is left waiting.</source>
        <translation>Sigue cabiendo sin %2: 1 pod se mueve, ninguno queda esperando.</translation>
    </message>
    <message>
        <source>Still fits with %2 lost: %1 pods move, none is left waiting.</source>
        <translation>Sigue cabiendo sin %2: %1 pods se mueven, ninguno queda esperando.</translation>
    </message>
    <message>
        <source>With %2 lost, 1 pod waits until it is back.</source>
        <translation>Sin %2, 1 pod espera hasta que vuelva.</translation>
    </message>
    <message>
        <source>With %2 lost, %1 pods wait until it is back.</source>
        <translation>Sin %2, %1 pods esperan hasta que vuelva.</translation>
    </message>
    <message>
        <source>Database quorum holds.</source>
        <translation>El quórum de la base se mantiene.</translation>
    </message>
    <message>
        <source>The database loses its quorum: writes stop.</source>
        <translation>La base pierde su quórum: se detienen las escrituras.</translation>
    </message>
    <message>
        <source>%1 at %2 times the load</source>
        <translation>%1 con %2 veces la carga</translation>
    </message>
    <message>
        <source>Nodes by load</source>
        <translation>Nodos según la carga</translation>
    </message>
    <message>
        <source>SSD by load, TiB</source>
        <translation>SSD según la carga, TiB</translation>
    </message>
    <message>
        <source>All environments</source>
        <translation>Todos los entornos</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>Solo %1</translation>
    </message>
    <message>
        <source>Answers hold for every environment without its own. Usual values are those of %1.</source>
        <translation>Las respuestas rigen para todo entorno sin una propia. Los valores habituales son los de %1.</translation>
    </message>
    <message>
        <source>Answers hold for %1 alone and go before those for all environments.</source>
        <translation>Las respuestas rigen solo para %1 y prevalecen sobre las de todos los entornos.</translation>
    </message>
    <message>
        <source>1 answer on this page must be mended first</source>
        <translation>Antes hay que corregir 1 respuesta de esta página</translation>
    </message>
    <message>
        <source>%1 answers on this page must be mended first</source>
        <translation>Antes hay que corregir %1 respuestas de esta página</translation>
    </message>
    <message>
        <source>1 answer to mend</source>
        <translation>1 respuesta por corregir</translation>
    </message>
    <message>
        <source>%1 answers to mend</source>
        <translation>%1 respuestas por corregir</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Not seen yet: usual values of profile %1 hold</source>
        <translation>Aún sin ver: rigen los valores habituales del perfil %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>What the plan makes, before anything is written</source>
        <translation>Lo que produce el plan, antes de escribir nada</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Borrador guardado %1</translation>
    </message>
    <message>
        <source>Not saved to a file yet, %1</source>
        <translation>Aún sin guardar en un archivo, %1</translation>
    </message>
    <message>
        <source>Changes to %1, %2</source>
        <translation>Cambios en %1, %2</translation>
    </message>
    <message>
        <source>saving the plan</source>
        <translation>guardar el plan</translation>
    </message>
    <message>
        <source>This plan has no file yet. Choose one with &quot;Save as&quot;.</source>
        <translation>Este plan aún no tiene archivo. Elija uno con &quot;Guardar como&quot;.</translation>
    </message>
    <message>
        <source>keeping a draft</source>
        <translation>guardar un borrador</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Save the plan to a file instead.</source>
        <translation>La carpeta %1 no puede crearse. Guarde el plan en un archivo.</translation>
    </message>
    <message>
        <source>opening a draft</source>
        <translation>abrir un borrador</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a draft.</source>
        <translation>&quot;%1&quot; no es el nombre de un borrador.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Line %1 is the same in every bundle.</source>
        <translation>La línea %1 es igual en todos los bundles.</translation>
    </message>
    <message>
        <source>Line %1 comes from %2: %3 (%4)</source>
        <translation>La línea %1 viene de %2: %3 (%4)</translation>
    </message>
    <message>
        <source>Making the bundle…</source>
        <translation>Creando el bundle…</translation>
    </message>
    <message>
        <source>Same as the bundle written last</source>
        <translation>Igual que el último bundle escrito</translation>
    </message>
    <message>
        <source>1 file differs from the bundle written last</source>
        <translation>1 archivo difiere del último bundle escrito</translation>
    </message>
    <message>
        <source>%1 files differ from the bundle written last</source>
        <translation>%1 archivos difieren del último bundle escrito</translation>
    </message>
    <message>
        <source>%1 files, ready to be written</source>
        <translation>%1 archivos, listos para escribirse</translation>
    </message>
    <message>
        <source>reading a duration</source>
        <translation>leer una duración</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration; write a whole number with a unit, such as 30s, 15m, 12h or 90d.</source>
        <translation>&quot;%1&quot; no es una duración; escriba un número entero con una unidad, como 30s, 15m, 12h o 90d.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>No se puede leer %1: %2.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 no existe.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes, the most that is read.</source>
        <translation>%1 supera los %2 bytes, lo máximo que se lee.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>No se puede escribir %1: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Kubernetes quantity; write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi.</source>
        <translation>&quot;%1&quot; no es una cantidad de Kubernetes; escriba un número con una unidad opcional, como 500m, 2, 512Mi o 1.5Gi.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Back up the database by your own means until then.</source>
        <translation>Hasta entonces, respalde la base de datos por sus propios medios.</translation>
    </message>
    <message>
        <source>an HTTP challenge needs an ingress or gateway, and Sentinel is exposed by neither.</source>
        <translation>un desafío HTTP necesita un Ingress o un Gateway, y Sentinel no se expone por ninguno de los dos.</translation>
    </message>
    <message>
        <source>Answer network.tls with acmeDns01, or expose Sentinel.</source>
        <translation>Responda network.tls con acmeDns01, o exponga Sentinel.</translation>
    </message>
    <message>
        <source>a network policy knows addresses only, so the port of %1 is open towards every address.</source>
        <translation>una política de red solo conoce direcciones, así que el puerto de %1 está abierto hacia todas las direcciones.</translation>
    </message>
    <message>
        <source>Add the database&apos;s network with its port to network.egress; the policy then allows only that.</source>
        <translation>Agregue la red de la base de datos con su puerto a network.egress; entonces la política permite solo eso.</translation>
    </message>
    <message>
        <source>the Application %1 has %2 characters; Argo CD that tracks by label takes 63.</source>
        <translation>la Application %1 tiene %2 caracteres; Argo CD con seguimiento por etiqueta admite 63.</translation>
    </message>
    <message>
        <source>Shorten the name of the cluster or the environment.</source>
        <translation>Acorte el nombre del clúster o del entorno.</translation>
    </message>
    <message>
        <source>version.yaml has an empty digest for each image; until you fill one in, its tag is used.</source>
        <translation>version.yaml tiene un digest vacío para cada imagen; hasta que usted lo complete, se usa su etiqueta.</translation>
    </message>
    <message>
        <source>Fill them in after pushing the images. The bundle then counts as changed; that is meant.</source>
        <translation>Complételos después de subir las imágenes. El bundle se considerará entonces modificado; es lo previsto.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 holds more folders or files than any bundle; look whether it is the folder that was meant.</source>
        <translation>%1 contiene más carpetas o archivos que cualquier bundle; compruebe si es la carpeta que quería indicar.</translation>
    </message>
    <message>
        <source>generating the bundle of %1</source>
        <translation>generar el bundle de %1</translation>
    </message>
    <message>
        <source>Generate the bundle again from its plan; do not use this one.</source>
        <translation>Genere el bundle otra vez a partir de su plan; no use este.</translation>
    </message>
    <message>
        <source>bundle.json names the file &quot;%1&quot;, which is no path inside a bundle.</source>
        <translation>bundle.json nombra el archivo &quot;%1&quot;, que no es una ruta dentro de un bundle.</translation>
    </message>
    <message>
        <source>bundle.json gives %1 a size that no file of a bundle has.</source>
        <translation>bundle.json da a %1 un tamaño que ningún archivo de un bundle tiene.</translation>
    </message>
    <message>
        <source>bundle.json gives %1 no SHA-256 of 64 lower-case hexadecimal digits.</source>
        <translation>bundle.json no da a %1 un SHA-256 de 64 dígitos hexadecimales en minúsculas.</translation>
    </message>
    <message>
        <source>bundle.json is no JSON: %1.</source>
        <translation>bundle.json no es JSON: %1.</translation>
    </message>
    <message>
        <source>bundle.json is no BundleManifest of console.sentinel/v1.</source>
        <translation>bundle.json no es un BundleManifest de console.sentinel/v1.</translation>
    </message>
    <message>
        <source>bundle.json names the file %1 twice.</source>
        <translation>bundle.json nombra el archivo %1 dos veces.</translation>
    </message>
    <message>
        <source>reading the bundle %1</source>
        <translation>leer el bundle %1</translation>
    </message>
    <message>
        <source>%1 is larger than any bundle; look whether it is the folder that was meant.</source>
        <translation>%1 es más grande que cualquier bundle; compruebe si es la carpeta que quería indicar.</translation>
    </message>
    <message>
        <source>%1 has no bundle.json, so it is no bundle; name the folder that was given to --out.</source>
        <translation>%1 no tiene bundle.json, así que no es un bundle; indique la carpeta que se dio a --out.</translation>
    </message>
    <message>
        <source>Change the plan and generate the bundle again, or bring the file back as it was.</source>
        <translation>Cambie el plan y genere el bundle otra vez, o deje el archivo como estaba.</translation>
    </message>
    <message>
        <source>%1 is a link or a special file; a bundle holds plain files only, and it was not followed.</source>
        <translation>%1 es un enlace o un archivo especial; un bundle solo contiene archivos normales, y no se siguió.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; bundle.json says %3.</source>
        <translation>%1 tiene %2 bytes; bundle.json dice %3.</translation>
    </message>
    <message>
        <source>%1 was changed after it was generated.</source>
        <translation>%1 se modificó después de generarse.</translation>
    </message>
    <message>
        <source>%1 is not part of the bundle.</source>
        <translation>%1 no forma parte del bundle.</translation>
    </message>
    <message>
        <source>Move it out of the folder of the bundle.</source>
        <translation>Sáquelo de la carpeta del bundle.</translation>
    </message>
    <message>
        <source>%1 has no bundle.json, so it is no bundle.</source>
        <translation>%1 no tiene bundle.json, así que no es un bundle.</translation>
    </message>
    <message>
        <source>Name the folder that was given to --out when the bundle was generated.</source>
        <translation>Indique la carpeta que se dio a --out cuando se generó el bundle.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> y %1 más</translation>
    </message>
    <message>
        <source>%1 holds files that are not as a bundle was generated: %2. Nothing was written; name another folder, or move these away.</source>
        <translation>%1 contiene archivos que no están como un bundle los generó: %2. No se escribió nada; indique otra carpeta o saque estos de ahí.</translation>
    </message>
    <message>
        <source>%1 is a file; name a folder.</source>
        <translation>%1 es un archivo; indique una carpeta.</translation>
    </message>
    <message>
        <source>%1 is the folder this program runs in, and a bundle replaces its folder as a whole; run it from elsewhere.</source>
        <translation>%1 es la carpeta en la que se ejecuta este programa, y un bundle reemplaza su carpeta por completo; ejecútelo desde otro lugar.</translation>
    </message>
    <message>
        <source>%1 holds folders that are no bundle&apos;s.</source>
        <translation>%1 contiene carpetas que no son de ningún bundle.</translation>
    </message>
    <message>
        <source>%1 is not part of a bundle.</source>
        <translation>%1 no forma parte de un bundle.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>Indique otra carpeta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path inside a bundle.</source>
        <translation>&quot;%1&quot; no es una ruta dentro de un bundle.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>¿Quiso decir &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>a yes/no answer</source>
        <translation>una respuesta de sí o no</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>una cantidad</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>una duración</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>un grupo</translation>
    </message>
    <message>
        <source>if() takes a condition and two values of one type.</source>
        <translation>if() admite una condición y dos valores del mismo tipo.</translation>
    </message>
    <message>
        <source>contains() takes a list or text, and a text.</source>
        <translation>contains() admite una lista o un texto, y un texto.</translation>
    </message>
    <message>
        <source>size() takes a list, a group or a text.</source>
        <translation>size() admite una lista, un grupo o un texto.</translation>
    </message>
    <message>
        <source>checking an expression</source>
        <translation>comprobar una expresión</translation>
    </message>
    <message>
        <source>There is no key &quot;%1&quot;.</source>
        <translation>No existe la clave &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is needed here, not %2.</source>
        <translation>Aquí se necesita %1, no %2.</translation>
    </message>
    <message>
        <source>%1 does not go with %2 here.</source>
        <translation>Aquí %1 no combina con %2.</translation>
    </message>
    <message>
        <source>reading an expression</source>
        <translation>leer una expresión</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, duration or quantity.</source>
        <translation>&quot;%1&quot; no es un número, una duración ni una cantidad.</translation>
    </message>
    <message>
        <source>The text that begins here has no closing quote.</source>
        <translation>El texto que empieza aquí no tiene comilla de cierre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here.</source>
        <translation>&quot;%1&quot; no tiene significado aquí.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one too many; the expression was complete before it.</source>
        <translation>&quot;%1&quot; está de más; la expresión ya estaba completa antes.</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>La expresión tiene demasiados niveles de anidamiento.</translation>
    </message>
    <message>
        <source>A closing parenthesis is missing.</source>
        <translation>Falta un paréntesis de cierre.</translation>
    </message>
    <message>
        <source>The expression ends too early.</source>
        <translation>La expresión termina demasiado pronto.</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;.</source>
        <translation>No existe la función &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A comma or a closing parenthesis is missing.</source>
        <translation>Falta una coma o un paréntesis de cierre.</translation>
    </message>
    <message>
        <source>%1() takes %2 values, not %3.</source>
        <translation>%1() admite %2 valores, no %3.</translation>
    </message>
    <message>
        <source>%1() takes one key in quotes.</source>
        <translation>%1() admite una clave entre comillas.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no answer; write environments.NAME.KEY, such as environments.prod.load.eventsPerSecond.</source>
        <translation>&quot;%1&quot; no nombra ninguna respuesta; escriba environments.NAME.KEY, como environments.prod.load.eventsPerSecond.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no answer; write clusters[NAME].KEY, such as clusters[eu-1].context.</source>
        <translation>&quot;%1&quot; no nombra ninguna respuesta; escriba clusters[NAME].KEY, como clusters[eu-1].context.</translation>
    </message>
    <message>
        <source>making a new plan</source>
        <translation>crear un plan nuevo</translation>
    </message>
    <message>
        <source>The environment &quot;%1&quot; is named twice.</source>
        <translation>El entorno &quot;%1&quot; se nombra dos veces.</translation>
    </message>
    <message>
        <source>%1 holds a line break or an invisible character.</source>
        <translation>%1 contiene un salto de línea o un carácter invisible.</translation>
    </message>
    <message>
        <source>Type the answer on one line.</source>
        <translation>Escriba la respuesta en una sola línea.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a whole entry; it can be removed but holds no single answer.</source>
        <translation>&quot;%1&quot; es una entrada completa; se puede quitar, pero no contiene una respuesta única.</translation>
    </message>
    <message>
        <source>To add an environment, answer %1.profile.</source>
        <translation>Para agregar un entorno, responda %1.profile.</translation>
    </message>
    <message>
        <source>To add a cluster, answer %1.environment.</source>
        <translation>Para agregar un clúster, responda %1.environment.</translation>
    </message>
    <message>
        <source>changing an answer</source>
        <translation>cambiar una respuesta</translation>
    </message>
    <message>
        <source>explaining an answer</source>
        <translation>explicar una respuesta</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>línea %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>the profile %1 of the environment %2</source>
        <translation>el perfil %1 del entorno %2</translation>
    </message>
    <message>
        <source>worked out from the kind of environment (%1)</source>
        <translation>deducido del tipo de entorno (%1)</translation>
    </message>
    <message>
        <source>worked out from %1</source>
        <translation>deducido de %1</translation>
    </message>
    <message>
        <source>The %1 name &quot;%2&quot; is too long; %3 letters are the most, because it becomes part of names in the cluster.</source>
        <translation>El nombre de %1 &quot;%2&quot; es demasiado largo; se admiten %3 letras como máximo, porque pasa a formar parte de nombres en el clúster.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 no tiene valor.</translation>
    </message>
    <message>
        <source>Write one, or remove the line to take the default.</source>
        <translation>Escriba uno, o quite la línea para usar el valor predeterminado.</translation>
    </message>
    <message>
        <source>%1 needs one value, not %2.</source>
        <translation>%1 necesita un solo valor, no %2.</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>un mapa</translation>
    </message>
    <message>
        <source>%1 needs true or false, not &quot;%2&quot;.</source>
        <translation>%1 necesita true o false, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Write it without quotes.</source>
        <translation>Escríbalo sin comillas.</translation>
    </message>
    <message>
        <source>%1 needs a number, not &quot;%2&quot;.</source>
        <translation>%1 necesita un número, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 needs a text, but YAML reads %2 as yes or no.</source>
        <translation>%1 necesita un texto, pero YAML lee %2 como sí o no.</translation>
    </message>
    <message>
        <source>Put it in quotes if it is meant.</source>
        <translation>Póngalo entre comillas si es lo que quiere decir.</translation>
    </message>
    <message>
        <source>%1 needs entries with fields.</source>
        <translation>%1 necesita entradas con campos.</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;.</source>
        <translation>%1 no tiene el campo &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Its fields are: %1.</source>
        <translation>Sus campos son: %1.</translation>
    </message>
    <message>
        <source>%1 needs a list of entries.</source>
        <translation>%1 necesita una lista de entradas.</translation>
    </message>
    <message>
        <source>%1 needs a list of words.</source>
        <translation>%1 necesita una lista de palabras.</translation>
    </message>
    <message>
        <source>%1 needs a YAML or JSON list: %2</source>
        <translation>%1 necesita una lista en YAML o JSON: %2</translation>
    </message>
    <message>
        <source>It looks like &quot;%1&quot;.</source>
        <translation>Tiene la forma &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>It may be %1 at most.</source>
        <translation>Puede ser %1 como máximo.</translation>
    </message>
    <message>
        <source>It must be %1 at least.</source>
        <translation>Debe ser %1 como mínimo.</translation>
    </message>
    <message>
        <source>It must lie between %1 and %2.</source>
        <translation>Debe estar entre %1 y %2.</translation>
    </message>
    <message>
        <source>%1 is %2, which is too small.</source>
        <translation>%1 es %2, que es demasiado pequeño.</translation>
    </message>
    <message>
        <source>%1 is %2, which is too large.</source>
        <translation>%1 es %2, que es demasiado grande.</translation>
    </message>
    <message>
        <source>%1 needs a whole number, not &quot;%2&quot;.</source>
        <translation>%1 necesita un número entero, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 needs a port, a whole number from 1 to 65535, not &quot;%2&quot;.</source>
        <translation>%1 necesita un puerto, un número entero de 1 a 65535, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 needs a quantity, but %2</source>
        <translation>%1 necesita una cantidad, pero %2</translation>
    </message>
    <message>
        <source>%1 cannot be negative.</source>
        <translation>%1 no puede ser negativo.</translation>
    </message>
    <message>
        <source>%1 needs a duration, but %2</source>
        <translation>%1 necesita una duración, pero %2</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;.</source>
        <translation>%1 no puede ser &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Elija uno de estos: %1.</translation>
    </message>
    <message>
        <source>%1 carries a password inside the address.</source>
        <translation>%1 lleva una contraseña dentro de la dirección.</translation>
    </message>
    <message>
        <source>Leave it out and name a Secret that holds it; plans are shared and kept in Git.</source>
        <translation>Omítala y nombre un Secret que la contenga; los planes se comparten y se guardan en Git.</translation>
    </message>
    <message>
        <source>%1 needs a web address such as https://example.com, not &quot;%2&quot;.</source>
        <translation>%1 necesita una dirección web como https://example.com, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 is a password everybody can read in Sentinel&apos;s public sources, not the name of a Secret.</source>
        <translation>%1 es una contraseña que cualquiera puede leer en el código fuente público de Sentinel, no el nombre de un Secret.</translation>
    </message>
    <message>
        <source>Write the name of a Secret in the cluster; its value never stands in a plan.</source>
        <translation>Escriba el nombre de un Secret del clúster; su valor nunca figura en un plan.</translation>
    </message>
    <message>
        <source>%1 needs the name of a Secret, as SECRET or SECRET/KEY, never its value.</source>
        <translation>%1 necesita el nombre de un Secret, como SECRET o SECRET/KEY, nunca su valor.</translation>
    </message>
    <message>
        <source>A Secret&apos;s name has lower-case letters, digits, &quot;-&quot; and &quot;.&quot; only.</source>
        <translation>El nombre de un Secret solo tiene letras minúsculas, dígitos, &quot;-&quot; y &quot;.&quot;.</translation>
    </message>
    <message>
        <source>%1 needs a host name such as sentinel.example.com, not &quot;%2&quot;.</source>
        <translation>%1 necesita un nombre de host como sentinel.example.com, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Letters, digits and &quot;-&quot;, in parts joined by dots; no scheme, port or path.</source>
        <translation>Letras, dígitos y &quot;-&quot;, en partes unidas por puntos; sin esquema, puerto ni ruta.</translation>
    </message>
    <message>
        <source>%1 needs a network such as 10.0.0.0/8 or 2001:db8::/32, not &quot;%2&quot;.</source>
        <translation>%1 necesita una red como 10.0.0.0/8 o 2001:db8::/32, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, an address inside a network.</source>
        <translation>%1 es &quot;%2&quot;, una dirección dentro de una red.</translation>
    </message>
    <message>
        <source>Write the network itself: %1.</source>
        <translation>Escriba la red misma: %1.</translation>
    </message>
    <message>
        <source>%1 needs an IP address, with a port or without, not &quot;%2&quot;.</source>
        <translation>%1 necesita una dirección IP, con o sin puerto, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 needs an e-mail address, not &quot;%2&quot;.</source>
        <translation>%1 necesita una dirección de correo electrónico, no &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 is %2 characters long; %3 is the most.</source>
        <translation>%1 tiene %2 caracteres; el máximo es %3.</translation>
    </message>
    <message>
        <source>%1 is a password everybody can read in Sentinel&apos;s public sources.</source>
        <translation>%1 es una contraseña que cualquiera puede leer en el código fuente público de Sentinel.</translation>
    </message>
    <message>
        <source>Choose another value; passwords belong into a Secret, never into a plan.</source>
        <translation>Elija otro valor; las contraseñas van en un Secret, nunca en un plan.</translation>
    </message>
    <message>
        <source>%1 needs a list.</source>
        <translation>%1 necesita una lista.</translation>
    </message>
    <message>
        <source>%1 cannot hold &quot;%2&quot;.</source>
        <translation>%1 no puede contener &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Choose any of: %1.</source>
        <translation>Elija entre: %1.</translation>
    </message>
    <message>
        <source>%1 names &quot;%2&quot; twice.</source>
        <translation>%1 nombra &quot;%2&quot; dos veces.</translation>
    </message>
    <message>
        <source>planned: the part at rest with room above, see core/decisions/0006-the-sizing-model.md</source>
        <translation>previsto: la parte en reposo con margen por encima, vea core/decisions/0006-the-sizing-model.md</translation>
    </message>
    <message>
        <source>API pods</source>
        <translation>Pods de API</translation>
    </message>
    <message>
        <source>max(%1, requests/s × CPU per request ÷ 0.6)</source>
        <translation>max(%1, solicitudes/s × CPU por solicitud ÷ 0.6)</translation>
    </message>
    <message>
        <source>max(%1, %2/s × %3 ÷ 0.6)</source>
        <translation>max(%1, %2/s × %3 ÷ 0.6)</translation>
    </message>
    <message>
        <source>each pod is one process on one core, 60 % busy at peak; measure the CPU per request</source>
        <translation>cada Pod es un proceso en un núcleo, ocupado al 60 % en el pico; mida la CPU por solicitud</translation>
    </message>
    <message>
        <source>API pods, most</source>
        <translation>Pods de API, máximo</translation>
    </message>
    <message>
        <source>1.5 × pods</source>
        <translation>1.5 × Pods</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>GitLab reference architectures: web pods scale to 1.5 times their minimum</source>
        <translation>Arquitecturas de referencia de GitLab: los Pods web escalan a 1.5 veces su mínimo</translation>
    </message>
    <message>
        <source>Worker processes</source>
        <translation>Procesos worker</translation>
    </message>
    <message>
        <source>⌈E × p × time per task ÷ 0.7⌉</source>
        <translation>⌈E × p × tiempo por tarea ÷ 0.7⌉</translation>
    </message>
    <message>
        <source>Little&apos;s law, processes 70 % busy at peak</source>
        <translation>Ley de Little, procesos ocupados al 70 % en el pico</translation>
    </message>
    <message>
        <source>Worker pods</source>
        <translation>Pods worker</translation>
    </message>
    <message>
        <source>⌈processes ÷ 4⌉</source>
        <translation>⌈procesos ÷ 4⌉</translation>
    </message>
    <message>
        <source>four processes a pod, as Sentinel starts its workers</source>
        <translation>cuatro procesos por Pod, tal como Sentinel inicia sus workers</translation>
    </message>
    <message>
        <source>CPU of one worker pod</source>
        <translation>CPU de un Pod worker</translation>
    </message>
    <message>
        <source>E × p × time per task × ⅓ ÷ pods</source>
        <translation>E × p × tiempo por tarea × ⅓ ÷ Pods</translation>
    </message>
    <message>
        <source>planned: a third of a task is CPU; a full pod of four then asks for 0.93 vCPU, where GitLab gives a heavy worker 0.9</source>
        <translation>previsto: un tercio de una tarea es CPU; un Pod completo de cuatro solicita entonces 0.93 vCPU, donde GitLab da 0.9 a un worker pesado</translation>
    </message>
    <message>
        <source>CPU of one pod: %1</source>
        <translation>CPU de un Pod: %1</translation>
    </message>
    <message>
        <source>Web pods</source>
        <translation>Pods web</translation>
    </message>
    <message>
        <source>max(%1, active users ÷ 1000)</source>
        <translation>max(%1, usuarios activos ÷ 1000)</translation>
    </message>
    <message>
        <source>max(%1, %2 ÷ 1000)</source>
        <translation>max(%1, %2 ÷ 1000)</translation>
    </message>
    <message>
        <source>exactly one scheduler: two would run every task twice</source>
        <translation>exactamente un planificador: dos ejecutarían cada tarea dos veces</translation>
    </message>
    <message>
        <source>one Job at each upgrade, then gone</source>
        <translation>un Job en cada actualización, que luego desaparece</translation>
    </message>
    <message>
        <source>Redis for the task queue</source>
        <translation>Redis para la cola de tareas</translation>
    </message>
    <message>
        <source>E × p × outage × bytes per message × 2 + 256 MiB</source>
        <translation>E × p × interrupción × bytes por mensaje × 2 + 256 MiB</translation>
    </message>
    <message>
        <source>planned: holds a peak while the workers are away; twice, because a saving fork copies what changes</source>
        <translation>previsto: retiene un pico mientras los workers no están; el doble, porque un fork al guardar copia lo que cambia</translation>
    </message>
    <message>
        <source>Redis for the cache</source>
        <translation>Redis para la caché</translation>
    </message>
    <message>
        <source>users × 256 KiB + tenants × 16 MiB</source>
        <translation>usuarios × 256 KiB + inquilinos × 16 MiB</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>Memory of one Redis</source>
        <translation>Memoria de un Redis</translation>
    </message>
    <message>
        <source>task queue + cache</source>
        <translation>cola de tareas + caché</translation>
    </message>
    <message>
        <source>limit of the pod; maxmemory is 0.6 of it, policy noeviction, so that no task is ever thrown away</source>
        <translation>límite del Pod; maxmemory es 0.6 de él, con la política noeviction, para que nunca se descarte una tarea</translation>
    </message>
    <message>
        <source>CPU of one Redis</source>
        <translation>CPU de un Redis</translation>
    </message>
    <message>
        <source>0.1 + E × p × 6 commands ÷ 100 000</source>
        <translation>0.1 + E × p × 6 comandos ÷ 100 000</translation>
    </message>
    <message>
        <source>planned: commands run on one core, about 100 000 a second</source>
        <translation>previsto: los comandos se ejecutan en un núcleo, unos 100 000 por segundo</translation>
    </message>
    <message>
        <source>Redis volume</source>
        <translation>Volumen de Redis</translation>
    </message>
    <message>
        <source>max(1 GiB, 3 × memory)</source>
        <translation>max(1 GiB, 3 × memoria)</translation>
    </message>
    <message>
        <source>max(1 GiB, 3 × %1)</source>
        <translation>max(1 GiB, 3 × %1)</translation>
    </message>
    <message>
        <source>planned: the append-only file, its rewrite and a snapshot lie side by side</source>
        <translation>previsto: el archivo append-only, su reescritura y un snapshot están uno junto al otro</translation>
    </message>
    <message>
        <source>Redis Sentinels</source>
        <translation>Redis Sentinels</translation>
    </message>
    <message>
        <source>three: two must agree on a failover</source>
        <translation>tres: dos deben acordar una conmutación por error</translation>
    </message>
    <message>
        <source>Redis Sentinel: quorum of two out of three</source>
        <translation>Redis Sentinel: quórum de dos de tres</translation>
    </message>
    <message>
        <source>measured with 554-byte events: primary key, two B-trees, one BRIN</source>
        <translation>medido con eventos de 554 bytes: clave primaria, dos B-trees, un BRIN</translation>
    </message>
    <message>
        <source>(1.35 × s + 80 B)</source>
        <translation>(1.35 × s + 80 B)</translation>
    </message>
    <message>
        <source>1.35 × s</source>
        <translation>1.35 × s</translation>
    </message>
    <message>
        <source>Rows in PostgreSQL</source>
        <translation>Filas en PostgreSQL</translation>
    </message>
    <message>
        <source>E × 86 400 × R</source>
        <translation>E × 86 400 × R</translation>
    </message>
    <message>
        <source>one row an event, kept for the hot window</source>
        <translation>una fila por evento, conservada durante el período activo</translation>
    </message>
    <message>
        <source>Disk per event</source>
        <translation>Disco por evento</translation>
    </message>
    <message>
        <source>PostgreSQL data</source>
        <translation>Datos de PostgreSQL</translation>
    </message>
    <message>
        <source>E × 86 400 × R × %1</source>
        <translation>E × 86 400 × R × %1</translation>
    </message>
    <message>
        <source>%1 rows × %2</source>
        <translation>%1 filas × %2</translation>
    </message>
    <message>
        <source>Room for the write-ahead log</source>
        <translation>Espacio para el registro write-ahead</translation>
    </message>
    <message>
        <source>max_wal_size + 4 h × peak WAL</source>
        <translation>max_wal_size + 4 h × WAL en el pico</translation>
    </message>
    <message>
        <source>planned: a replica dead for four hours at peak cannot fill the disk</source>
        <translation>previsto: una réplica caída durante cuatro horas en el pico no puede llenar el disco</translation>
    </message>
    <message>
        <source>PostgreSQL volume</source>
        <translation>Volumen de PostgreSQL</translation>
    </message>
    <message>
        <source>(1.2 × data + WAL reserve) ÷ 0.7</source>
        <translation>(1.2 × datos + reserva de WAL) ÷ 0.7</translation>
    </message>
    <message>
        <source>planned: a fifth for bloat and rewrites, never more than 70 % full; at least 8 GiB</source>
        <translation>previsto: una quinta parte para bloat y reescrituras, nunca más del 70 % lleno; al menos 8 GiB</translation>
    </message>
    <message>
        <source>Commits at peak</source>
        <translation>Commits en el pico</translation>
    </message>
    <message>
        <source>E × p ÷ batch</source>
        <translation>E × p ÷ lote</translation>
    </message>
    <message>
        <source>one commit a batch</source>
        <translation>un commit por lote</translation>
    </message>
    <message>
        <source>CPU of one PostgreSQL</source>
        <translation>CPU de un PostgreSQL</translation>
    </message>
    <message>
        <source>max(least, E × p ÷ %1 + commits × 0.5 ms + requests/s × 0.07 + 0.05), rounded up</source>
        <translation>max(mínimo, E × p ÷ %1 + commits × 0.5 ms + solicitudes/s × 0.07 + 0.05), redondeado hacia arriba</translation>
    </message>
    <message>
        <source>measured 38 000 to 59 000 rows/s on two cores, planned with a quarter; reads as GitLab&apos;s 0.06 to 0.08 vCPU per request/s</source>
        <translation>medido de 38 000 a 59 000 filas/s en dos núcleos, planificado con una cuarta parte; lecturas según los 0.06 a 0.08 vCPU por solicitud/s de GitLab</translation>
    </message>
    <message>
        <source>Memory of one PostgreSQL</source>
        <translation>Memoria de un PostgreSQL</translation>
    </message>
    <message>
        <source>4 GiB × vCPU</source>
        <translation>4 GiB × vCPU</translation>
    </message>
    <message>
        <source>GitLab reference architectures; a quarter of it as shared_buffers</source>
        <translation>Arquitecturas de referencia de GitLab; una cuarta parte como shared_buffers</translation>
    </message>
    <message>
        <source>IOPS of one PostgreSQL volume</source>
        <translation>IOPS de un volumen de PostgreSQL</translation>
    </message>
    <message>
        <source>commits + (peak WAL + dirty pages) ÷ 8 KiB</source>
        <translation>commits + (WAL en el pico + páginas sucias) ÷ 8 KiB</translation>
    </message>
    <message>
        <source>sustained; check that the storage class gives three times that</source>
        <translation>sostenidas; compruebe que la clase de almacenamiento da el triple</translation>
    </message>
    <message>
        <source>PostgreSQL servers</source>
        <translation>Servidores PostgreSQL</translation>
    </message>
    <message>
        <source>one alone; three where a node or zone may be lost</source>
        <translation>uno si está solo; tres donde pueda perderse un nodo o una zona</translation>
    </message>
    <message>
        <source>Patroni: one synchronous standby and one spare; with two, losing one stops commits or drops the synchronous copy</source>
        <translation>Patroni: una réplica síncrona en espera y una de reserva; con dos, perder una detiene los commits o elimina la copia síncrona</translation>
    </message>
    <message>
        <source>0.02 + (10 × requests/s + commits/s) ÷ 5000</source>
        <translation>0.02 + (10 × solicitudes/s + commits/s) ÷ 5000</translation>
    </message>
    <message>
        <source>planned: 5 000 short transactions a second and core</source>
        <translation>previsto: 5 000 transacciones cortas por segundo y núcleo</translation>
    </message>
    <message>
        <source>etcd members</source>
        <translation>Miembros de etcd</translation>
    </message>
    <message>
        <source>three: survives one lost member</source>
        <translation>tres: resiste la pérdida de un miembro</translation>
    </message>
    <message>
        <source>etcd&apos;s tuning guide: 0.5 vCPU, 1 GiB, 8 GiB; 50 sequential 8 KB writes a second, each under 10 ms</source>
        <translation>Guía de ajuste de etcd: 0.5 vCPU, 1 GiB, 8 GiB; 50 escrituras secuenciales de 8 KB por segundo, cada una en menos de 10 ms</translation>
    </message>
    <message>
        <source>Write-ahead log a day</source>
        <translation>Registro write-ahead por día</translation>
    </message>
    <message>
        <source>E × 86 400 × %1 × s</source>
        <translation>E × 86 400 × %1 × s</translation>
    </message>
    <message>
        <source>measured: 1.6 × s in batches of 100 and more, 2.0 × s one row a commit, 3.5 × s with the payload index</source>
        <translation>medido: 1.6 × s en lotes de 100 o más, 2.0 × s con una fila por commit, 3.5 × s con el índice de payload</translation>
    </message>
    <message>
        <source>Write-ahead log at peak</source>
        <translation>Registro write-ahead en el pico</translation>
    </message>
    <message>
        <source>E × p × %1 × s</source>
        <translation>E × p × %1 × s</translation>
    </message>
    <message>
        <source>measured for single rows: at peak batches are not always full</source>
        <translation>medido para filas individuales: en el pico los lotes no siempre están llenos</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a key of an inventory here; known are %2.</source>
        <translation>&quot;%1&quot; no es una clave de un inventario aquí; se conocen %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a key of an inventory here; did you mean &quot;%2&quot;?</source>
        <translation>&quot;%1&quot; no es una clave de un inventario aquí; ¿quiso decir &quot;%2&quot;?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>Falta &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>&quot;%1&quot; debe ser un texto.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one quantity, such as 16 or 64Gi.</source>
        <translation>&quot;%1&quot; debe ser una sola cantidad, como 16 o 64Gi.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be more than zero.</source>
        <translation>&quot;%1&quot; debe ser mayor que cero.</translation>
    </message>
    <message>
        <source>%1 of memory is %2 bytes; write a unit, such as 64Gi.</source>
        <translation>%1 de memoria son %2 bytes; escriba una unidad, como 64Gi.</translation>
    </message>
    <message>
        <source>&quot;count&quot; must be a whole number from 1 to %1.</source>
        <translation>&quot;count&quot; debe ser un número entero de 1 a %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes texts.</source>
        <translation>&quot;%1&quot; admite textos.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list with at least one entry, such as [a, b].</source>
        <translation>&quot;%1&quot; debe ser una lista con al menos una entrada, como [a, b].</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>&quot;%1&quot; debe ser true o false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a taint; write KEY=VALUE:EFFECT with NoSchedule, PreferNoSchedule or NoExecute.</source>
        <translation>&quot;%1&quot; no es un taint; escriba KEY=VALUE:EFFECT con NoSchedule, PreferNoSchedule o NoExecute.</translation>
    </message>
    <message>
        <source>A group is a map of name, count, cpu and memory.</source>
        <translation>Un grupo es un mapa de name, count, cpu y memory.</translation>
    </message>
    <message>
        <source>An inventory is a map with apiVersion, kind and groups.</source>
        <translation>Un inventario es un mapa con apiVersion, kind y groups.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2, not &quot;%3&quot;.</source>
        <translation>&quot;%1&quot; debe ser %2, no &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>&quot;groups&quot; must list at least one group of machines.</source>
        <translation>&quot;groups&quot; debe incluir al menos un grupo de máquinas.</translation>
    </message>
    <message>
        <source>There are two groups called &quot;%1&quot;.</source>
        <translation>Hay dos grupos llamados &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The groups have more than %1 nodes, the most one cluster holds.</source>
        <translation>Los grupos tienen más de %1 nodos, el máximo que admite un clúster.</translation>
    </message>
    <message>
        <source>reading the inventory</source>
        <translation>leer el inventario</translation>
    </message>
    <message>
        <source>%1 pods on %2 nodes are more than one Kubernetes cluster holds (150 000 pods, 5 000 nodes).</source>
        <translation>%1 Pods en %2 nodos son más de lo que admite un clúster de Kubernetes (150 000 Pods, 5 000 nodos).</translation>
    </message>
    <message>
        <source>Split the load over several installations, or shorten the time per task (load.taskTime).</source>
        <translation>Reparta la carga entre varias instalaciones, o acorte el tiempo por tarea (load.taskTime).</translation>
    </message>
    <message>
        <source> = %1, raised to %2 until every pod fits, also with any one node lost</source>
        <translation> = %1, aumentado a %2 hasta que quepan todos los Pods, también si se pierde un nodo cualquiera</translation>
    </message>
    <message>
        <source>, at least %1 as asked</source>
        <translation>, al menos %1 según lo pedido</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>max(zones and copies, requests ÷ (0.75 × allocatable − DaemonSets)) + spare</source>
        <translation>max(zonas y copias, solicitudes ÷ (0.75 × asignable − DaemonSets)) + reserva</translation>
    </message>
    <message>
        <source>planned three quarters full; then proved by placing every pod</source>
        <translation>planificado lleno a tres cuartas partes; luego comprobado colocando todos los Pods</translation>
    </message>
    <message>
        <source>CPU a node leaves for pods</source>
        <translation>CPU que un nodo deja para los Pods</translation>
    </message>
    <message>
        <source>CPU − 6 % of the first core − 1 % of the second − 0.5 % of two more − 0.25 % of the rest</source>
        <translation>CPU − 6 % del primer núcleo − 1 % del segundo − 0.5 % de dos más − 0.25 % del resto</translation>
    </message>
    <message>
        <source>what GKE and AKS reserve for kubelet and system</source>
        <translation>lo que GKE y AKS reservan para kubelet y el sistema</translation>
    </message>
    <message>
        <source>Memory a node leaves for pods</source>
        <translation>Memoria que un nodo deja para los Pods</translation>
    </message>
    <message>
        <source>memory − 25 % of the first 4 GiB − 20 % of 4 − 10 % of 8 − 6 % of 112 − 2 % of the rest − 100 MiB</source>
        <translation>memoria − 25 % de los primeros 4 GiB − 20 % de 4 − 10 % de 8 − 6 % de 112 − 2 % del resto − 100 MiB</translation>
    </message>
    <message>
        <source>what GKE and AKS reserve for kubelet, system and eviction</source>
        <translation>lo que GKE y AKS reservan para kubelet, el sistema y la expulsión de Pods</translation>
    </message>
    <message>
        <source>All volumes</source>
        <translation>Todos los volúmenes</translation>
    </message>
    <message>
        <source>sum of replicas × volume</source>
        <translation>suma de réplicas × volumen</translation>
    </message>
    <message>
        <source>the volumes of the components, as rounded for Kubernetes</source>
        <translation>los volúmenes de los componentes, redondeados para Kubernetes</translation>
    </message>
    <message>
        <source>Cost a month</source>
        <translation>Costo por mes</translation>
    </message>
    <message>
        <source>nodes × (vCPU × price + GiB × price) + storage GiB × price</source>
        <translation>nodos × (vCPU × precio + GiB × precio) + GiB de almacenamiento × precio</translation>
    </message>
    <message>
        <source>the planning prices of the plan; put in your own</source>
        <translation>los precios de planificación del plan; ponga los suyos</translation>
    </message>
    <message>
        <source>object store</source>
        <translation>almacén de objetos</translation>
    </message>
    <message>
        <source>file system</source>
        <translation>sistema de archivos</translation>
    </message>
    <message>
        <source>Logs a day</source>
        <translation>Registros por día</translation>
    </message>
    <message>
        <source>E × (lines per event × bytes per line + s) × 86 400</source>
        <translation>E × (líneas por evento × bytes por línea + s) × 86 400</translation>
    </message>
    <message>
        <source>E × lines per event × bytes per line × 86 400</source>
        <translation>E × líneas por evento × bytes por línea × 86 400</translation>
    </message>
    <message>
        <source>before compression</source>
        <translation>antes de la compresión</translation>
    </message>
    <message>
        <source>Logs kept</source>
        <translation>Registros conservados</translation>
    </message>
    <message>
        <source>planned: compressed to a fifth, verify with your logs; 10 GiB for the write-ahead log; kept in: %1</source>
        <translation>previsto: comprimidos a una quinta parte, verifíquelo con sus registros; 10 GiB para el registro write-ahead; se guardan en: %1</translation>
    </message>
    <message>
        <source>Loki instances</source>
        <translation>Instancias de Loki</translation>
    </message>
    <message>
        <source>max(asked, ⌈logs a day ÷ 20 GB⌉, two above 20 GB a day), at most 29 for each 3 TB a day</source>
        <translation>max(lo pedido, ⌈registros por día ÷ 20 GB⌉, dos por encima de 20 GB por día), como máximo 29 por cada 3 TB por día</translation>
    </message>
    <message>
        <source>as asked; a file system cannot be shared</source>
        <translation>según lo pedido; un sistema de archivos no se puede compartir</translation>
    </message>
    <message>
        <source>max(%1, ⌈%2 ÷ 20 GB⌉)</source>
        <translation>max(%1, ⌈%2 ÷ 20 GB⌉)</translation>
    </message>
    <message>
        <source>Loki&apos;s deployment modes: monolithic to about 20 GB a day; its baseline below 3 TB a day is 29 pods, 38 vCPU, 59 GiB</source>
        <translation>Modos de despliegue de Loki: monolítico hasta unos 20 GB por día; su base por debajo de 3 TB por día es de 29 Pods, 38 vCPU, 59 GiB</translation>
    </message>
    <message>
        <source>planned: 1 500 series a node, 150 a pod, 2 000 for histograms; verify with prometheus_tsdb_head_series</source>
        <translation>previsto: 1 500 series por nodo, 150 por Pod, 2 000 para histogramas; verifíquelo con prometheus_tsdb_head_series</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>Series temporales</translation>
    </message>
    <message>
        <source>1500 × hosts + 150 × pods + 2000</source>
        <translation>1500 × hosts + 150 × Pods + 2000</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>series ÷ interval</source>
        <translation>series ÷ intervalo</translation>
    </message>
    <message>
        <source>Metrics kept</source>
        <translation>Métricas conservadas</translation>
    </message>
    <message>
        <source>retention × samples/s × 2 B × 1.2</source>
        <translation>retención × muestras/s × 2 B × 1.2</translation>
    </message>
    <message>
        <source>Prometheus documentation: 1 to 2 bytes a sample; a fifth for the write-ahead log and compaction</source>
        <translation>Documentación de Prometheus: de 1 a 2 bytes por muestra; una quinta parte para el registro write-ahead y la compactación</translation>
    </message>
    <message>
        <source>Prometheus volume</source>
        <translation>Volumen de Prometheus</translation>
    </message>
    <message>
        <source>max(2 GiB, kept ÷ 0.8)</source>
        <translation>max(2 GiB, conservado ÷ 0.8)</translation>
    </message>
    <message>
        <source>max(2 GiB, %1 ÷ 0.8)</source>
        <translation>max(2 GiB, %1 ÷ 0.8)</translation>
    </message>
    <message>
        <source>retentionSize is 0.8 of the volume and in GiB: Prometheus reads 50GB as 50 GiB</source>
        <translation>retentionSize es 0.8 del volumen y va en GiB: Prometheus lee 50GB como 50 GiB</translation>
    </message>
    <message>
        <source>Memory of one Prometheus, most</source>
        <translation>Memoria de un Prometheus, máximo</translation>
    </message>
    <message>
        <source>(series × 8 KiB + 0.5 GiB) × 2</source>
        <translation>(series × 8 KiB + 0.5 GiB) × 2</translation>
    </message>
    <message>
        <source>Prometheus maintainers: about 10 GB for 1.5 million series; doubled for queries, which is the limit, not the request</source>
        <translation>Mantenedores de Prometheus: unos 10 GB para 1.5 millones de series; el doble para las consultas, que es el límite, no la solicitud</translation>
    </message>
    <message>
        <source>0.05 + samples/s ÷ 50 000</source>
        <translation>0.05 + muestras/s ÷ 50 000</translation>
    </message>
    <message>
        <source>small; two gossip so that an alert is sent once</source>
        <translation>pequeño; dos usan gossip para que una alerta se envíe una sola vez</translation>
    </message>
    <message>
        <source>one: its SQLite file cannot be shared</source>
        <translation>uno: su archivo SQLite no puede compartirse</translation>
    </message>
    <message>
        <source>one on each node and lane, so that neither lane can starve the other</source>
        <translation>uno en cada nodo y carril, para que ningún carril pueda asfixiar al otro</translation>
    </message>
    <message>
        <source>node, PostgreSQL and Redis exporters, counted once a node</source>
        <translation>exportadores de nodo, PostgreSQL y Redis, contados una vez por nodo</translation>
    </message>
    <message>
        <source>one on each node reads its audit log</source>
        <translation>uno en cada nodo lee su registro de auditoría</translation>
    </message>
    <message>
        <source>Memory of Ollama</source>
        <translation>Memoria de Ollama</translation>
    </message>
    <message>
        <source>0.55 GB × billions of parameters + 1.5 GB context + 1 GB</source>
        <translation>0,55 GB × miles de millones de parámetros + 1,5 GB de contexto + 1 GB</translation>
    </message>
    <message>
        <source>4-bit models, a context of 32 000 tokens; on the graphics card where there is one</source>
        <translation>modelos de 4 bits, un contexto de 32 000 tokens; en la tarjeta gráfica si la hay</translation>
    </message>
    <message>
        <source>Use nodes with more than %1 CPU (hardware.nodeCpu), or lower the load.</source>
        <translation>Use nodos con más de %1 de CPU (hardware.nodeCpu), o reduzca la carga.</translation>
    </message>
    <message>
        <source>Use nodes with more than %1 memory (hardware.nodeMemory), or lower the load.</source>
        <translation>Use nodos con más de %1 de memoria (hardware.nodeMemory), o reduzca la carga.</translation>
    </message>
    <message>
        <source>Use nodes with more than %1 of disk (hardware.nodeDisk), a storage class outside the nodes (storage.class), or keep less.</source>
        <translation>Use nodos con más de %1 de disco (hardware.nodeDisk), una clase de almacenamiento fuera de los nodos (storage.class), o conserve menos.</translation>
    </message>
    <message>
        <source>Use more nodes (availability.nodes) or larger ones, or lower the load.</source>
        <translation>Use más nodos (availability.nodes) o nodos más grandes, o reduzca la carga.</translation>
    </message>
    <message>
        <source>one pod asks for %1 CPU and %2 memory</source>
        <translation>un Pod solicita %1 de CPU y %2 de memoria</translation>
    </message>
    <message>
        <source>%1 of %2 %3 pods find no place (%4): %5</source>
        <translation>%1 de %2 Pods de %3 no encuentran lugar (%4): %5</translation>
    </message>
    <message>
        <source>With %1 lost, the databases have no majority left and stop.</source>
        <translation>Si se pierde %1, las bases de datos se quedan sin mayoría y se detienen.</translation>
    </message>
    <message>
        <source>Give the plan at least three nodes that take database pods.</source>
        <translation>Dé al plan al menos tres nodos que acepten Pods de bases de datos.</translation>
    </message>
    <message>
        <source>With %1 lost, these wait until it is back, while their other copies carry on: %2.</source>
        <translation>Si se pierde %1, estos esperan hasta que vuelva, mientras sus otras copias siguen funcionando: %2.</translation>
    </message>
    <message>
        <source>With %1 lost, the requests no longer fit; these would wait: %2.</source>
        <translation>Si se pierde %1, las solicitudes ya no caben; estos esperarían: %2.</translation>
    </message>
    <message>
        <source>Add a node (availability.nodes), or use larger ones.</source>
        <translation>Agregue un nodo (availability.nodes), o use nodos más grandes.</translation>
    </message>
    <message>
        <source>With zone %1 lost, these would wait until it is back: %2.</source>
        <translation>Si se pierde la zona %1, estos esperarían hasta que vuelva: %2.</translation>
    </message>
    <message>
        <source>With zone %1 lost, the databases have no majority left and stop.</source>
        <translation>Si se pierde la zona %1, las bases de datos se quedan sin mayoría y se detienen.</translation>
    </message>
    <message>
        <source>Add nodes (availability.nodes), so that the other zones can carry all of it.</source>
        <translation>Agregue nodos (availability.nodes), para que las otras zonas puedan con todo.</translation>
    </message>
    <message>
        <source>Use three zones (availability.zones).</source>
        <translation>Use tres zonas (availability.zones).</translation>
    </message>
    <message>
        <source>Events in this environment</source>
        <translation>Eventos en este entorno</translation>
    </message>
    <message>
        <source>E = events/s × share</source>
        <translation>E = eventos/s × parte</translation>
    </message>
    <message>
        <source>your answers</source>
        <translation>sus respuestas</translation>
    </message>
    <message>
        <source>Events at peak</source>
        <translation>Eventos en el pico</translation>
    </message>
    <message>
        <source>E × p</source>
        <translation>E × p</translation>
    </message>
    <message>
        <source>API requests at peak</source>
        <translation>Peticiones a la API en el pico</translation>
    </message>
    <message>
        <source>as answered, else max(2, 0.02 × active users)</source>
        <translation>lo respondido; si no, max(2; 0,02 × usuarios activos)</translation>
    </message>
    <message>
        <source>%1 active users</source>
        <translation>%1 usuarios activos</translation>
    </message>
    <message>
        <source>GitLab reference architectures: about 20 requests a second for 1 000 users</source>
        <translation>arquitecturas de referencia de GitLab: unas 20 peticiones por segundo por cada 1 000 usuarios</translation>
    </message>
    <message>
        <source>Backup space</source>
        <translation>Espacio de copias</translation>
    </message>
    <message>
        <source>(Bf × data + Bd × WAL a day) × c</source>
        <translation>(Bf × datos + Bd × WAL por día) × c</translation>
    </message>
    <message>
        <source>planned: what compression leaves differs from site to site; take c from your first backup</source>
        <translation>previsto: lo que deja la compresión varía según el sitio; tome c de su primera copia</translation>
    </message>
    <message>
        <source>Time to restore</source>
        <translation>Tiempo de restauración</translation>
    </message>
    <message>
        <source>data ÷ restore rate + WAL of one day ÷ replay rate + 60 s</source>
        <translation>datos ÷ velocidad de restauración + WAL de un día ÷ velocidad de reproducción + 60 s</translation>
    </message>
    <message>
        <source>planned with a backup each day; publish the rates of your last drill, never a formula alone</source>
        <translation>previsto con una copia diaria; publique las velocidades de su último simulacro, nunca solo una fórmula</translation>
    </message>
    <message>
        <source>Upload at peak</source>
        <translation>Subida en el pico</translation>
    </message>
    <message>
        <source>peak WAL, at most half the uplink</source>
        <translation>WAL en el pico, como máximo la mitad del enlace de subida</translation>
    </message>
    <message>
        <source>planned: the archive must catch up while backups run</source>
        <translation>previsto: el archivado debe ponerse al día mientras corren las copias</translation>
    </message>
    <message>
        <source>Shorten load.eventRetention, or send fewer events to PostgreSQL.</source>
        <translation>Acorte load.eventRetention, o envíe menos eventos a PostgreSQL.</translation>
    </message>
    <message>
        <source>Move raw events out: set load.eventStore=loki; PostgreSQL then keeps one day of them.</source>
        <translation>Saque los eventos en bruto: responda load.eventStore=loki; PostgreSQL guarda entonces un día de ellos.</translation>
    </message>
    <message>
        <source>No single PostgreSQL holds this: %1 events/s for %2 days need %3; past 16 TB neither volumes nor restores keep up.</source>
        <translation>Ningún PostgreSQL solo sostiene esto: %1 eventos/s durante %2 días requieren %3; más allá de 16 TB ni los volúmenes ni las restauraciones dan abasto.</translation>
    </message>
    <message>
        <source>The PostgreSQL volume would be %1, above the 4 TB up to which backup, vacuum and a new replica stay within a day: tier raw events out.</source>
        <translation>El volumen de PostgreSQL sería de %1, por encima de los 4 TB hasta los que copia, vacuum y una réplica nueva caben en un día: saque los eventos en bruto.</translation>
    </message>
    <message>
        <source>%1 rows/s arrive all day, above the 10 000 a single PostgreSQL is planned for: tier raw events out.</source>
        <translation>Llegan %1 filas/s todo el día, por encima de las 10 000 previstas para un solo PostgreSQL: saque los eventos en bruto.</translation>
    </message>
    <message>
        <source>The PostgreSQL volume of %1 is smaller than the %2 this load needs; it would fill up.</source>
        <translation>El volumen de PostgreSQL de %1 es menor que los %2 que requiere esta carga; se llenaría.</translation>
    </message>
    <message>
        <source>Set storage.databaseVolume to at least %1, or keep events for a shorter time.</source>
        <translation>Ponga storage.databaseVolume en al menos %1, o conserve los eventos menos tiempo.</translation>
    </message>
    <message>
        <source>The Redis volume of %1 is smaller than the %2 its files need while they are rewritten.</source>
        <translation>El volumen de Redis de %1 es menor que los %2 que requieren sus archivos mientras se reescriben.</translation>
    </message>
    <message>
        <source>Set storage.redisVolume to at least %1.</source>
        <translation>Ponga storage.redisVolume en al menos %1.</translation>
    </message>
    <message>
        <source>%1 needs a volume of %2, but the largest your storage offers is %3.</source>
        <translation>%1 requiere un volumen de %2, pero el mayor que ofrece su almacenamiento es de %3.</translation>
    </message>
    <message>
        <source>Set load.eventStore=loki, or raise storage.maxVolume if the storage can do more.</source>
        <translation>Responda load.eventStore=loki, o suba storage.maxVolume si el almacenamiento ofrece más.</translation>
    </message>
    <message>
        <source>Keep less, or raise storage.maxVolume if the storage can do more.</source>
        <translation>Conserve menos, o suba storage.maxVolume si el almacenamiento ofrece más.</translation>
    </message>
    <message>
        <source>Archiving the write-ahead log takes %1 at peak, more than half of the uplink of %2; the archive would fall behind and the disk fill.</source>
        <translation>Archivar el WAL ocupa %1 en el pico, más de la mitad del enlace de %2; el archivado se retrasaría y el disco se llenaría.</translation>
    </message>
    <message>
        <source>Use an uplink of at least %1 Mbit/s, back up inside the site, or lower the load.</source>
        <translation>Use un enlace de al menos %1 Mbit/s, copie dentro del sitio, o reduzca la carga.</translation>
    </message>
    <message>
        <source>%1 Lokis on their own file systems are not highly available: they answer in turn, each with a part of the logs.</source>
        <translation>%1 Lokis con sus propios sistemas de archivos no tienen alta disponibilidad: responden por turnos, cada uno con una parte de los registros.</translation>
    </message>
    <message>
        <source>Set observability.lokiStore=objectStore, or observability.lokiReplicas=1.</source>
        <translation>Responda observability.lokiStore=objectStore, u observability.lokiReplicas=1.</translation>
    </message>
    <message>
        <source>%1 of logs a day are more than the 20 GB one Loki with a file system takes.</source>
        <translation>%1 de registros al día superan los 20 GB que admite un Loki con sistema de archivos.</translation>
    </message>
    <message>
        <source>Set observability.lokiStore=objectStore.</source>
        <translation>Responda observability.lokiStore=objectStore.</translation>
    </message>
    <message>
        <source>One task for each event means %1 Redis commands/s at peak; Redis runs them on one core and is planned for 100 000.</source>
        <translation>Una tarea por evento significa %1 órdenes/s de Redis en el pico; Redis las ejecuta en un núcleo y se prevén 100 000.</translation>
    </message>
    <message>
        <source>Let the workers take events in batches, or spread the sources over several installations.</source>
        <translation>Haga que los workers tomen eventos por lotes, o reparta las fuentes en varias instalaciones.</translation>
    </message>
    <message>
        <source>API and workers would open %1 connections; PostgreSQL alone is planned for 500.</source>
        <translation>La API y los workers abrirían %1 conexiones; PostgreSQL solo está previsto para 500.</translation>
    </message>
    <message>
        <source>Put PgBouncer between them, or shorten the tasks (load.taskTime) so that fewer workers do.</source>
        <translation>Ponga PgBouncer entre ellos, o acorte las tareas (load.taskTime) para que basten menos workers.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Detenido: %1</translation>
    </message>
    <message>
        <source>Could not finish: %1</source>
        <translation>No se pudo terminar: %1</translation>
    </message>
    <message>
        <source>A fault in this program: %1</source>
        <translation>Un fallo de este programa: %1</translation>
    </message>
    <message>
        <source>Check the path, the disk and the connection, then try again.</source>
        <translation>Revise la ruta, el disco y la conexión, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Try again; if it keeps happening, look at the load of the other side.</source>
        <translation>Vuelva a intentarlo; si se repite, revise la carga del otro lado.</translation>
    </message>
    <message>
        <source>Sign in again or use other credentials.</source>
        <translation>Inicie sesión de nuevo o use otras credenciales.</translation>
    </message>
    <message>
        <source>Ask for the missing permission, or use an account that has it.</source>
        <translation>Pida el permiso que falta, o use una cuenta que lo tenga.</translation>
    </message>
    <message>
        <source>Check the name for a typing mistake.</source>
        <translation>Revise el nombre por si hay un error de escritura.</translation>
    </message>
    <message>
        <source>Look at what is there, then choose another name or move it away.</source>
        <translation>Mire qué hay allí; luego elija otro nombre o muévalo.</translation>
    </message>
    <message>
        <source>Correct the place named and try again.</source>
        <translation>Corrija el lugar indicado y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>Espere un poco y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Use a version of this program that knows it.</source>
        <translation>Use una versión de este programa que lo conozca.</translation>
    </message>
    <message>
        <source>Please report it with the details below.</source>
        <translation>Por favor, repórtelo con los detalles de abajo.</translation>
    </message>
    <message>
        <source>The quote opened here is never closed; put a %1 at the end of the value.</source>
        <translation>La comilla abierta aquí nunca se cierra; ponga %1 al final del valor.</translation>
    </message>
    <message>
        <source>The quote opened here is closed only in line %1, in the middle of other text; put a %2 at the end of the value.</source>
        <translation>La comilla abierta aquí se cierra recién en la línea %1, en medio de otro texto; ponga %2 al final del valor.</translation>
    </message>
    <message>
        <source>This does not continue the %1 opened in line %2: put a comma between entries, quotes around text with special characters, and a %3 at the end.</source>
        <translation>Esto no continúa el %1 abierto en la línea %2: ponga una coma entre entradas, comillas en textos con caracteres especiales y %3 al final.</translation>
    </message>
    <message>
        <source>A second &quot;:&quot; cannot stand on this line; put the value that contains it in quotes.</source>
        <translation>En esta línea no puede haber un segundo &quot;:&quot;; ponga entre comillas el valor que lo contiene.</translation>
    </message>
    <message>
        <source>This line goes on from the text in the line above and so cannot be a key: indent it like the keys around it, and see that the line above has its own &quot;:&quot;.</source>
        <translation>Esta línea continúa el texto de la anterior y por eso no puede ser una clave: use la sangría de las claves vecinas y vea que la línea anterior tenga su propio &quot;:&quot;.</translation>
    </message>
    <message>
        <source>A value cannot begin with %1; put it in quotes.</source>
        <translation>Un valor no puede comenzar con %1; póngalo entre comillas.</translation>
    </message>
    <message>
        <source>This %1 closes nothing; remove it, or put the text it belongs to in quotes.</source>
        <translation>Este %1 no cierra nada; quítelo, o ponga entre comillas el texto al que pertenece.</translation>
    </message>
    <message>
        <source>A value cannot begin with a comma; put it in quotes, or remove the comma.</source>
        <translation>Un valor no puede comenzar con una coma; póngalo entre comillas, o quite la coma.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here; check the indentation, or put the text in quotes.</source>
        <translation>&quot;%1&quot; no puede estar aquí; revise la sangría, o ponga el texto entre comillas.</translation>
    </message>
    <message>
        <source>A &quot;:&quot; cannot stand here: the line has a second one, or the key spans several lines; put the text that contains it in quotes.</source>
        <translation>Aquí no puede haber un &quot;:&quot;: la línea tiene otro, o la clave ocupa varias líneas; ponga entre comillas el texto que lo contiene.</translation>
    </message>
    <message>
        <source>A new entry cannot begin here; begin it on a line of its own, indented like its neighbours.</source>
        <translation>Aquí no puede comenzar una entrada nueva; comiéncela en su propia línea, con la sangría de sus vecinas.</translation>
    </message>
    <message>
        <source>This backslash escape is unknown; write \\ for a backslash, or use single quotes.</source>
        <translation>Este escape con barra invertida es desconocido; escriba \\ para una barra invertida, o use comillas simples.</translation>
    </message>
    <message>
        <source>This escape is no character of its own; write the character itself, or \U with eight digits.</source>
        <translation>Este escape no es un carácter por sí mismo; escriba el carácter, o \U con ocho dígitos.</translation>
    </message>
    <message>
        <source>No anchor of this name (&amp;) stands before this alias (*); if no alias is meant, put the text in quotes.</source>
        <translation>Antes de este alias (*) no hay un ancla (&amp;) con ese nombre; si no es un alias, ponga el texto entre comillas.</translation>
    </message>
    <message>
        <source>Behind | or &gt; only +, - and a digit from 1 to 9 may stand; begin the text on the next line.</source>
        <translation>Tras | o &gt; solo puede haber +, - y un dígito del 1 al 9; comience el texto en la línea siguiente.</translation>
    </message>
    <message>
        <source>The document ends inside of quotes; close the quote before &quot;---&quot;.</source>
        <translation>El documento termina dentro de comillas; cierre la comilla antes de &quot;---&quot;.</translation>
    </message>
    <message>
        <source>This line fits neither what stands above nor below: check its indentation, the space behind &quot;:&quot; or &quot;-&quot;, and quotes.</source>
        <translation>Esta línea no encaja con lo de arriba ni con lo de abajo: revise su sangría, el espacio tras &quot;:&quot; o &quot;-&quot;, y las comillas.</translation>
    </message>
    <message>
        <source>This is not YAML (%1); check the line and the one above it.</source>
        <translation>Esto no es YAML (%1); revise la línea y la anterior.</translation>
    </message>
    <message>
        <source>Text stands behind a closing quote; put all of it inside, where a quote is written &apos;&apos; or \&quot;.</source>
        <translation>Hay texto tras una comilla de cierre; póngalo todo dentro, donde una comilla se escribe &apos;&apos; o \&quot;.</translation>
    </message>
    <message>
        <source>changing &quot;%1&quot;</source>
        <translation>cambiar &quot;%1&quot;</translation>
    </message>
    <message>
        <source>This cannot be changed without changing something else too, because of an anchor or an unusual layout here; change it in an editor.</source>
        <translation>Esto no puede cambiarse sin cambiar también otra cosa, por un ancla o una disposición inusual; cámbielo en un editor.</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>El documento</translation>
    </message>
    <message>
        <source>%1 is a list; name the item as [NAME].</source>
        <translation>%1 es una lista; nombre el elemento como [NAME].</translation>
    </message>
    <message>
        <source>%1 is a single value and cannot hold &quot;%2&quot;; remove it first.</source>
        <translation>%1 es un valor único y no puede contener &quot;%2&quot;; quítelo primero.</translation>
    </message>
    <message>
        <source>reading YAML</source>
        <translation>leer YAML</translation>
    </message>
    <message>
        <source>The text behind this place cannot be read (%1); check its tags and quotes.</source>
        <translation>El texto tras este lugar no puede leerse (%1); revise sus etiquetas y comillas.</translation>
    </message>
    <message>
        <source>The %1 opened here is never closed; put a %2 where it ends.</source>
        <translation>El %1 abierto aquí nunca se cierra; ponga %2 donde termina.</translation>
    </message>
    <message>
        <source>%1: there is no command &quot;%2&quot;.</source>
        <translation>%1: no existe el comando &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1: there is no command &quot;%2&quot;; did you mean &quot;%3&quot;?</source>
        <translation>%1: no existe el comando &quot;%2&quot;; ¿quiso decir &quot;%3&quot;?</translation>
    </message>
    <message>
        <source>See %1 --help.</source>
        <translation>Vea %1 --help.</translation>
    </message>
    <message>
        <source>%1 is exactly as it was written.</source>
        <translation>%1 está exactamente como se escribió.</translation>
    </message>
    <message>
        <source>The two bundles are the same.</source>
        <translation>Los dos bundles son iguales.</translation>
    </message>
    <message>
        <source>reading the command line</source>
        <translation>leer la línea de comandos</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no KEY=VALUE, such as load.eventsPerSecond=1200.</source>
        <translation>&quot;%1&quot; no tiene la forma KEY=VALUE, como load.eventsPerSecond=1200.</translation>
    </message>
    <message>
        <source>No bundle was written: the plan has errors. &quot;sentinelctl plan check %1&quot; lists them.</source>
        <translation>No se escribió ningún bundle: el plan tiene errores. &quot;sentinelctl plan check %1&quot; los muestra.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1</source>
        <translation>
            <numerusform>%n archivo en %1</numerusform>
            <numerusform>%n archivos en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: read %1/README.md; &quot;sentinelctl bundle verify %1&quot; says whether it is still as written.</source>
        <translation>Siguiente: lea %1/README.md; &quot;sentinelctl bundle verify %1&quot; indica si sigue como se escribió.</translation>
    </message>
    <message>
        <source>%1 exists already and is left as it is; choose another name, or add --force to replace it.</source>
        <translation>%1 ya existe y se deja como está; elija otro nombre, o agregue --force para reemplazarlo.</translation>
    </message>
    <message>
        <source>Wrote %1. Next: sentinelctl size %1, then sentinelctl generate %1 --out DIR.</source>
        <translation>Se escribió %1. Siguiente: sentinelctl size %1, luego sentinelctl generate %1 --out DIR.</translation>
    </message>
    <message>
        <source>%1: nothing to say against this plan.</source>
        <translation>%1: nada que objetar a este plan.</translation>
    </message>
    <message>
        <source>%1 says so already; nothing was written.</source>
        <translation>%1 ya lo dice así; no se escribió nada.</translation>
    </message>
    <message>
        <source>(no answer)</source>
        <translation>(sin respuesta)</translation>
    </message>
    <message>
        <source>  Where it comes from: %1</source>
        <translation>  De dónde viene: %1</translation>
    </message>
    <message>
        <source>  It is not asked with the other answers of this plan, so it changes nothing now.</source>
        <translation>  No se pregunta con las demás respuestas de este plan, así que ahora no cambia nada.</translation>
    </message>
    <message>
        <source>  Changes: %1</source>
        <translation>  Cambia: %1</translation>
    </message>
    <message>
        <source>The schema of %1 is missing from this program; please report it.</source>
        <translation>El esquema de %1 falta en este programa; por favor, infórmelo.</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;; known are %2.</source>
        <translation>No existe el tipo &quot;%1&quot;; se conocen %2.</translation>
    </message>
    <message>
        <source>component</source>
        <translation>componente</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>réplicas</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>almacenamiento</translation>
    </message>
    <message>
        <source>cpu limit</source>
        <translation>límite de cpu</translation>
    </message>
    <message>
        <source>memory limit</source>
        <translation>límite de memoria</translation>
    </message>
    <message>
        <source>iops</source>
        <translation>iops</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>nodos</translation>
    </message>
    <message>
        <source>count</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disco</translation>
    </message>
    <message>
        <source>Requested: %1 CPU, %2 memory, %3 storage, %4 IOPS. About %5 %6 a month.</source>
        <translation>Solicitado: %1 de CPU, %2 de memoria, %3 de almacenamiento, %4 IOPS. Unos %5 %6 al mes.</translation>
    </message>
    <message>
        <source>    source: %1</source>
        <translation>    fuente: %1</translation>
    </message>
    <message>
        <source>    comes from: %1</source>
        <translation>    proviene de: %1</translation>
    </message>
    <message>
        <source>Rates and volumes</source>
        <translation>Tasas y volúmenes</translation>
    </message>
    <message>
        <source>Nodes, %1</source>
        <translation>Nodos, %1</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totales</translation>
    </message>
    <message numerus="yes">
        <source>Fits on the %n node(s) of the inventory.</source>
        <translation>
            <numerusform>Cabe en el %n nodo del inventario.</numerusform>
            <numerusform>Cabe en los %n nodos del inventario.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Does not fit on the inventory: %n pod(s) find no place.</source>
        <translation>
            <numerusform>No cabe en el inventario: %n Pod no encuentra lugar.</numerusform>
            <numerusform>No cabe en el inventario: %n Pods no encuentran lugar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Entorno %1</translation>
    </message>
    <message>
        <source>%1 has no environment &quot;%2&quot;; it has %3.</source>
        <translation>%1 no tiene el entorno &quot;%2&quot;; tiene %3.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>There is no display: DISPLAY and WAYLAND_DISPLAY are empty. Start it on a desktop, or play its pages with --tour FOLDER.</source>
        <translation>No hay pantalla: DISPLAY y WAYLAND_DISPLAY están vacías. Inícielo en un escritorio, o reproduzca sus páginas con --tour FOLDER.</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) were given on the way, see above.</source>
        <translation>
            <numerusform>Se dio %n advertencia durante el proceso, vea arriba.</numerusform>
            <numerusform>Se dieron %n advertencias durante el proceso, vea arriba.</numerusform>
        </translation>
    </message>
    <message>
        <source>The window could not be built; the reason is above. The installation may be damaged: install it again.</source>
        <translation>No se pudo construir la ventana; el motivo está arriba. La instalación puede estar dañada: instálela de nuevo.</translation>
    </message>
    <message>
        <source>--size %1 is no window size. Write WIDTHxHEIGHT, each from %2 to %3, such as 1440x900.</source>
        <translation>--size %1 no es un tamaño de ventana. Escriba WIDTHxHEIGHT, cada uno de %2 a %3, como 1440x900.</translation>
    </message>
    <message>
        <source>--%1 %2 is not known. Write one of: %3.</source>
        <translation>--%1 %2 no se conoce. Escriba uno de estos: %3.</translation>
    </message>
    <message>
        <source>One plan can be open at a time, and %1 were named. Name one file.</source>
        <translation>Solo puede haber un plan abierto a la vez, y se indicaron %1. Indique un solo archivo.</translation>
    </message>
    <message>
        <source>%1: there is no such file. Make a plan with &quot;sentinelctl plan new&quot;, or start without one.</source>
        <translation>%1: ese archivo no existe. Cree un plan con &quot;sentinelctl plan new&quot;, o inicie sin plan.</translation>
    </message>
    <message>
        <source>%1: this is not a file that can be read. Name a plan, such as sentinel-plan.yaml.</source>
        <translation>%1: este archivo no se puede leer. Indique un plan, como sentinel-plan.yaml.</translation>
    </message>
    <message>
        <source>Size, configure and check an installation of Sentinel on Kubernetes.</source>
        <translation>Dimensionar, configurar y comprobar una instalación de Sentinel en Kubernetes.</translation>
    </message>
    <message>
        <source>Play every page without a person and leave pictures in FOLDER.</source>
        <translation>Reproducir todas las páginas sin intervención y dejar imágenes en FOLDER.</translation>
    </message>
    <message>
        <source>Appearance: light or dark.</source>
        <translation>Apariencia: light o dark.</translation>
    </message>
    <message>
        <source>Language: en or es.</source>
        <translation>Idioma: en o es.</translation>
    </message>
    <message>
        <source>Size of the window, such as 1440x900.</source>
        <translation>Tamaño de la ventana, como 1440x900.</translation>
    </message>
    <message>
        <source>Print how many milliseconds the first usable frame took, and end.</source>
        <translation>Mostrar cuántos milisegundos tardó el primer cuadro utilizable, y terminar.</translation>
    </message>
    <message>
        <source>Plan to open.</source>
        <translation>Plan que se abre.</translation>
    </message>
    <message>
        <source>%1 (--help lists what there is)</source>
        <translation>%1 (--help muestra lo que hay)</translation>
    </message>
    <message>
        <source>--tour needs a folder for the pictures, such as --tour pictures.</source>
        <translation>--tour necesita una carpeta para las imágenes, como --tour pictures.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificado</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
    <message>
        <source>%1 in all, for %2; nothing in it is secret</source>
        <translation>%1 en total, para %2; nada de su contenido es secreto</translation>
    </message>
    <message>
        <source>1 object beside the chart</source>
        <translation>1 objeto además del chart</translation>
    </message>
    <message>
        <source>%1 objects beside the chart</source>
        <translation>%1 objetos además del chart</translation>
    </message>
    <message>
        <source>1 namespace</source>
        <translation>1 namespace</translation>
    </message>
    <message>
        <source>%1 namespaces</source>
        <translation>%1 namespaces</translation>
    </message>
    <message>
        <source>1 Secret to prepare</source>
        <translation>1 Secret por preparar</translation>
    </message>
    <message>
        <source>%1 Secrets to prepare</source>
        <translation>%1 Secrets por preparar</translation>
    </message>
    <message>
        <source>The plan holds their names alone; you put them into the cluster before the first deploy</source>
        <translation>El plan solo contiene sus nombres; usted los pone en el clúster antes del primer despliegue</translation>
    </message>
    <message>
        <source>%1 zones × %2</source>
        <translation>%1 zonas × %2</translation>
    </message>
    <message>
        <source>in one zone</source>
        <translation>en una zona</translation>
    </message>
    <message>
        <source>over %1 zones</source>
        <translation>en %1 zonas</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>%1 requested</source>
        <translation>%1 solicitados</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>SSD</translation>
    </message>
    <message>
        <source>%1 IOPS sustained</source>
        <translation>%1 IOPS sostenidas</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>For %1, %2 of data, highly available across %3 zones. Every figure opens its formula.</source>
        <translation>Para %1, %2 de datos, con alta disponibilidad en %3 zonas. Cada cifra abre su fórmula.</translation>
    </message>
    <message>
        <source>For %1, %2 of data, going on when one node is lost. Every figure opens its formula.</source>
        <translation>Para %1, %2 de datos, sigue funcionando cuando se pierde un nodo. Cada cifra abre su fórmula.</translation>
    </message>
    <message>
        <source>For %1, %2 of data, without spare machines. Every figure opens its formula.</source>
        <translation>Para %1, %2 de datos, sin máquinas de reserva. Cada cifra abre su fórmula.</translation>
    </message>
    <message>
        <source>%1 small</source>
        <translation>%1 pequeños</translation>
    </message>
    <message>
        <source>%1, moved here</source>
        <translation>%1, movido aquí</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>zona %1</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>%1 % full</source>
        <translation>%1 % lleno</translation>
    </message>
    <message>
        <source>%1, lost</source>
        <translation>%1, perdido</translation>
    </message>
    <message>
        <source>%1, %2, %3 % full: %4</source>
        <translation>%1, %2, %3 % lleno: %4</translation>
    </message>
    <message>
        <source>Hardware figures</source>
        <translation>Cifras de hardware</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 entradas</translation>
    </message>
    <message>
        <source>Usual value</source>
        <translation>Valor habitual</translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation>Deducido</translation>
    </message>
    <message>
        <source>Worked out from %1</source>
        <translation>Deducido de %1</translation>
    </message>
    <message>
        <source>From profile %1</source>
        <translation>Del perfil %1</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Your answer for %1</source>
        <translation>Su respuesta para %1</translation>
    </message>
    <message>
        <source>Your answer for cluster %1</source>
        <translation>Su respuesta para el clúster %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>the DNS cache is allowed at %1 only, and where it answers on the DNS Service&apos;s own address that is the one pods ask.</source>
        <translation>la caché DNS solo se permite en %1; donde responde en la dirección del propio Service de DNS, es esa la que consultan los pods.</translation>
    </message>
    <message>
        <source>Answer network.nodeLocalDnsAddress with the address in a pod&apos;s /etc/resolv.conf.</source>
        <translation>Responda network.nodeLocalDnsAddress con la dirección del /etc/resolv.conf de un pod.</translation>
    </message>
    <message>
        <source>two Applications would be called %1, and Argo CD would let them undo each other.</source>
        <translation>dos Applications se llamarían %1, y Argo CD dejaría que se deshagan una a otra.</translation>
    </message>
    <message>
        <source>Rename the environment or the cluster; the name is made of both.</source>
        <translation>Cambie el nombre del entorno o del clúster; el nombre se compone de ambos.</translation>
    </message>
    <message>
        <source>per month, estimate</source>
        <translation>al mes, estimación</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Cambiar a %1</translation>
    </message>
    <message>
        <source>%1  %2 others</source>
        <translation>%1  %2 más</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Cost per month</source>
        <translation>Costo por mes</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>waits for Argo CD to make the Application %1</source>
        <translation>espera a que Argo CD cree la Application %1</translation>
    </message>
    <message>
        <source>waits for an operation of %1 to end</source>
        <translation>espera a que termine una operación de %1</translation>
    </message>
    <message>
        <source>starting the sync of %1</source>
        <translation>iniciar la sincronización de %1</translation>
    </message>
    <message>
        <source>Others kept writing to the Application or syncing it; try again when they are done.</source>
        <translation>Otros no dejaron de escribir en la Application o de sincronizarla; inténtelo de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>syncing %1</source>
        <translation>sincronizar %1</translation>
    </message>
    <message>
        <source>sync the Application %1 and wait until it is healthy</source>
        <translation>sincronizar la Application %1 y esperar a que esté sana</translation>
    </message>
    <message>
        <source>sync of %1</source>
        <translation>sincronización de %1</translation>
    </message>
    <message>
        <source>push the bundle to %1, branch %2</source>
        <translation>enviar el bundle a %1, rama %2</translation>
    </message>
    <message>
        <source>push to %1, branch %2</source>
        <translation>envío a %1, rama %2</translation>
    </message>
    <message>
        <source>waiting for the cluster</source>
        <translation>esperar al clúster</translation>
    </message>
    <message>
        <source>stopped while waiting</source>
        <translation>detenido durante la espera</translation>
    </message>
    <message>
        <source>making the repository of the rehearsal</source>
        <translation>crear el repositorio del ensayo</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 no puede crearse.</translation>
    </message>
    <message>
        <source>Read the bundle</source>
        <translation>Leer el bundle</translation>
    </message>
    <message>
        <source>Reach the cluster</source>
        <translation>Alcanzar el clúster</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Push the bundle to Git</source>
        <translation>Enviar el bundle a Git</translation>
    </message>
    <message>
        <source>Argo CD project</source>
        <translation>Proyecto de Argo CD</translation>
    </message>
    <message>
        <source>Platform: priorities, issuer, network policies</source>
        <translation>Plataforma: prioridades, emisor, políticas de red</translation>
    </message>
    <message>
        <source>Sentinel, wave by wave</source>
        <translation>Sentinel, ola a ola</translation>
    </message>
    <message>
        <source>Helm release</source>
        <translation>Release de Helm</translation>
    </message>
    <message>
        <source>Everything healthy</source>
        <translation>Todo sano</translation>
    </message>
    <message>
        <source>deploy %1 %2 to %3</source>
        <translation>desplegar %1 %2 en %3</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>It did not become healthy in time.</source>
        <translation>No llegó a estar sano a tiempo.</translation>
    </message>
    <message>
        <source>waiting until everything is healthy</source>
        <translation>esperar a que todo esté sano</translation>
    </message>
    <message>
        <source>Install cert-manager first, or choose another kind of certificate in the plan (network.tls).</source>
        <translation>Instale antes cert-manager, o elija otra clase de certificado en el plan (network.tls).</translation>
    </message>
    <message>
        <source>Install Argo CD first, or deploy --via helm.</source>
        <translation>Instale antes Argo CD, o despliegue con --via helm.</translation>
    </message>
    <message>
        <source>Install the Gateway API first, or choose ingress in the plan (network.exposure).</source>
        <translation>Instale antes la Gateway API, o elija ingress en el plan (network.exposure).</translation>
    </message>
    <message>
        <source>applying %1</source>
        <translation>aplicar %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 belongs to %2, so it is left as it is. Take the field out there, or let the plan say the same (%n field(s) in all).</source>
        <translation>
            <numerusform>%1 pertenece a %2, así que se deja como está. Quite allí el campo o haga que el plan diga lo mismo (%n campo en total).</numerusform>
            <numerusform>%1 pertenece a %2, así que se deja como está. Quite allí el campo o haga que el plan diga lo mismo (%n campos en total).</numerusform>
        </translation>
    </message>
    <message>
        <source>warning from the cluster: %1</source>
        <translation>aviso del clúster: %1</translation>
    </message>
    <message>
        <source>create %1 (not checked: its namespace is not there yet)</source>
        <translation>crear %1 (sin comprobar: su namespace aún no existe)</translation>
    </message>
    <message>
        <source>create %1</source>
        <translation>crear %1</translation>
    </message>
    <message>
        <source>apply %1, which is there already</source>
        <translation>aplicar %1, que ya existe</translation>
    </message>
    <message>
        <source>looking for the kinds the bundle needs</source>
        <translation>buscar las clases que necesita el bundle</translation>
    </message>
    <message>
        <source>This cluster serves no %1 of %2. %3</source>
        <translation>Este clúster no sirve %1 de %2. %3</translation>
    </message>
    <message>
        <source>stopped before it</source>
        <translation>detenido antes</translation>
    </message>
    <message>
        <source>watching the cluster</source>
        <translation>observar el clúster</translation>
    </message>
    <message>
        <source>bound, %1</source>
        <translation>vinculado, %1</translation>
    </message>
    <message>
        <source>its volume is gone</source>
        <translation>su volumen desapareció</translation>
    </message>
    <message>
        <source>waits for a volume</source>
        <translation>espera un volumen</translation>
    </message>
    <message>
        <source>not issued yet</source>
        <translation>aún no emitido</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>emitido</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>válido hasta %1</translation>
    </message>
    <message>
        <source>ready to issue</source>
        <translation>listo para emitir</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>aún no está listo</translation>
    </message>
    <message>
        <source>waits for the issuer</source>
        <translation>espera al emisor</translation>
    </message>
    <message>
        <source>waits for an address of the load balancer</source>
        <translation>espera una dirección del balanceador de carga</translation>
    </message>
    <message>
        <source>is being deleted</source>
        <translation>se está borrando</translation>
    </message>
    <message>
        <source>does not scale: %1</source>
        <translation>no escala: %1</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 de %2 listos</translation>
    </message>
    <message>
        <source>its rollout is paused</source>
        <translation>su despliegue está en pausa</translation>
    </message>
    <message>
        <source>old pods are ending</source>
        <translation>terminan los pods antiguos</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>has not begun</source>
        <translation>no ha empezado</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completado</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>falló: %1</translation>
    </message>
    <message>
        <source>is suspended</source>
        <translation>está suspendido</translation>
    </message>
    <message numerus="yes">
        <source>tries again, %n attempt(s) failed</source>
        <translation>
            <numerusform>lo intenta de nuevo, %n intento falló</numerusform>
            <numerusform>lo intenta de nuevo, %n intentos fallaron</numerusform>
        </translation>
    </message>
    <message>
        <source>runs at %1</source>
        <translation>se ejecuta en %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>runs, not ready yet</source>
        <translation>en marcha, aún no está listo</translation>
    </message>
    <message>
        <source>syncs</source>
        <translation>sincroniza</translation>
    </message>
    <message>
        <source>its sync failed</source>
        <translation>su sincronización falló</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>degradado</translation>
    </message>
    <message>
        <source>something in it is suspended</source>
        <translation>algo en él está suspendido</translation>
    </message>
    <message>
        <source>synced and healthy</source>
        <translation>sincronizado y sano</translation>
    </message>
    <message>
        <source>healthy; something differs from Git</source>
        <translation>sano; algo difiere de Git</translation>
    </message>
    <message>
        <source>is not synced</source>
        <translation>no está sincronizado</translation>
    </message>
    <message>
        <source>becomes healthy</source>
        <translation>se está poniendo sano</translation>
    </message>
    <message>
        <source>installing the release %1</source>
        <translation>instalar la release %1</translation>
    </message>
    <message numerus="yes">
        <source>Another helm began revision %1 %n minute(s) ago and may still be at it. When it is not, deploy again in a quarter of an hour, or roll the release back first.</source>
        <translation>
            <numerusform>Otro helm empezó la revisión %1 hace %n minuto y puede seguir en ello. Si no es así, despliegue de nuevo en un cuarto de hora o revierta antes la release.</numerusform>
            <numerusform>Otro helm empezó la revisión %1 hace %n minutos y puede seguir en ello. Si no es así, despliegue de nuevo en un cuarto de hora o revierta antes la release.</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the bundle</source>
        <translation>leer el bundle</translation>
    </message>
    <message>
        <source>The environment %1 runs on several clusters (%2); choose one with --cluster.</source>
        <translation>El entorno %1 corre en varios clústeres (%2); elija uno con --cluster.</translation>
    </message>
    <message>
        <source>The environment %1 has no cluster &quot;%2&quot;; it has %3.</source>
        <translation>El entorno %1 no tiene ningún clúster «%2»; tiene %3.</translation>
    </message>
    <message>
        <source>%1 must hold one Namespace.</source>
        <translation>%1 debe contener un Namespace.</translation>
    </message>
    <message>
        <source>The bundle brings no Argo CD objects for %1: its plan says delivery.method: helm. Change the plan and generate again, or deploy --via helm.</source>
        <translation>El bundle no trae objetos de Argo CD para %1: su plan dice delivery.method: helm. Cambie el plan y genere de nuevo, o despliegue con --via helm.</translation>
    </message>
    <message>
        <source>%1 holds no ApplicationSet.</source>
        <translation>%1 no contiene ningún ApplicationSet.</translation>
    </message>
    <message>
        <source>%1 is not as it was generated: %2 Nothing was deployed.</source>
        <translation>%1 no está como se generó: %2 No se desplegó nada.</translation>
    </message>
    <message>
        <source>Say which environment with --environment; the bundle has %1.</source>
        <translation>Diga qué entorno con --environment; el bundle tiene %1.</translation>
    </message>
    <message>
        <source>The bundle has no environment &quot;%1&quot;; it has %2.</source>
        <translation>El bundle no tiene ningún entorno «%1»; tiene %2.</translation>
    </message>
    <message>
        <source>reaching the cluster</source>
        <translation>alcanzar el clúster</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1; 1.%2 or later is needed.</source>
        <translation>El clúster ejecuta Kubernetes %1; hace falta 1.%2 o posterior.</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1, newer than 1.%2, up to which this program is tried.</source>
        <translation>El clúster ejecuta Kubernetes %1, posterior a 1.%2, hasta la que está probado este programa.</translation>
    </message>
    <message>
        <source>Argo CD would bring %1 to another cluster than its own (%2), which cannot be followed from here yet. Deploy with that cluster&apos;s context and --via helm.</source>
        <translation>Argo CD llevaría %1 a un clúster distinto del suyo (%2), que desde aquí aún no puede seguirse. Despliegue con el contexto de ese clúster y --via helm.</translation>
    </message>
    <message>
        <source>looking for the Secrets the bundle needs</source>
        <translation>buscar los Secrets que necesita el bundle</translation>
    </message>
    <message>
        <source>These values are yours to give: %1. Put them into a file as NAME/KEY: VALUE and name it with --secrets-from, or make the Secrets in the cluster.</source>
        <translation>Estos valores los tiene usted: %1. Póngalos en un archivo como NOMBRE/CLAVE: VALOR y nómbrelo con --secrets-from, o cree los Secrets en el clúster.</translation>
    </message>
    <message>
        <source>The Secret %1 in %2 exists and has no key %3 (%4). It is not ours to change: add the key, or remove the Secret so that it is made.</source>
        <translation>El Secret %1 de %2 existe y no tiene la clave %3 (%4). No nos toca cambiarlo: añada la clave, o quite el Secret para que se cree.</translation>
    </message>
    <message>
        <source>ask for %1/%2: %3</source>
        <translation>pedir %1/%2: %3</translation>
    </message>
    <message>
        <source>making the Secret %1</source>
        <translation>crear el Secret %1</translation>
    </message>
    <message>
        <source>The namespace %1 is not there; what lives in it has to be installed first.</source>
        <translation>El namespace %1 no existe; antes hay que instalar lo que vive en él.</translation>
    </message>
    <message>
        <source>looking for helm</source>
        <translation>buscar helm</translation>
    </message>
    <message>
        <source>There is no helm on this machine; install Helm 4 (3.18 or later works too).</source>
        <translation>No hay helm en esta máquina; instale Helm 4 (3.18 o posterior también sirve).</translation>
    </message>
    <message>
        <source>looking for git</source>
        <translation>buscar git</translation>
    </message>
    <message>
        <source>There is no git on this machine; install it, or deploy --via helm.</source>
        <translation>No hay git en esta máquina; instálelo, o despliegue con --via helm.</translation>
    </message>
    <message>
        <source>%1 %2, as it was generated</source>
        <translation>%1 %2, tal como se generó</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation>Secret %1</translation>
    </message>
    <message>
        <source>make the Secret %1 in %2</source>
        <translation>crear el Secret %1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n made, the others were there</source>
        <translation>
            <numerusform>%n creado, los demás ya existían</numerusform>
            <numerusform>%n creados, los demás ya existían</numerusform>
        </translation>
    </message>
    <message>
        <source>helm upgrade --install %1 in %2, Sentinel %3</source>
        <translation>helm upgrade --install %1 en %2, Sentinel %3</translation>
    </message>
    <message>
        <source>Helm release %1 in %2</source>
        <translation>Release de Helm %1 en %2</translation>
    </message>
    <message>
        <source>reading the values of Secrets</source>
        <translation>leer los valores de los Secrets</translation>
    </message>
    <message>
        <source>A required Secret needs namespace, name and keys.</source>
        <translation>Un Secret necesario requiere namespace, nombre y claves.</translation>
    </message>
    <message>
        <source>This Secret has no metadata.name.</source>
        <translation>Este Secret no tiene metadata.name.</translation>
    </message>
    <message>
        <source>The value of %1 is no Base64.</source>
        <translation>El valor de %1 no es Base64.</translation>
    </message>
    <message>
        <source>Expected NAME/KEY: VALUE, such as sentinel-database/password: …, or a Secret.</source>
        <translation>Se esperaba NOMBRE/CLAVE: VALOR, como sentinel-database/password: …, o un Secret.</translation>
    </message>
    <message>
        <source>Expected NAME/KEY: VALUE lines or Secrets of Kubernetes.</source>
        <translation>Se esperaban líneas NOMBRE/CLAVE: VALOR o Secrets de Kubernetes.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>follow every object until it is healthy</source>
        <translation>seguir cada objeto hasta que esté sano</translation>
    </message>
    <message>
        <source>waits for the migration of the database schema</source>
        <translation>espera la migración del esquema de la base de datos</translation>
    </message>
    <message>
        <source>waits for PostgreSQL</source>
        <translation>espera a PostgreSQL</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>aún no existe</translation>
    </message>
    <message>
        <source>waits for wave %1</source>
        <translation>espera a la ola %1</translation>
    </message>
    <message>
        <source>%1 comes in wave %2, when the waves before it are healthy</source>
        <translation>%1 llega en la ola %2, cuando las olas anteriores están sanas</translation>
    </message>
    <message>
        <source>%1 is not well</source>
        <translation>%1 no está bien</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 está arrancando</translation>
    </message>
    <message>
        <source>Image %1 does not exist</source>
        <translation>La imagen %1 no existe</translation>
    </message>
    <message>
        <source>Correct the version, or push the image to the registry.</source>
        <translation>Corrija la versión o suba la imagen al registro.</translation>
    </message>
    <message>
        <source>The registry does not let this cluster pull %1</source>
        <translation>El registro no deja que este clúster descargue %1</translation>
    </message>
    <message>
        <source>Check the pull secret of the plan (target.pullSecret) and its login.</source>
        <translation>Revise el pull secret del plan (target.pullSecret) y su acceso.</translation>
    </message>
    <message>
        <source>Image %1 cannot be pulled</source>
        <translation>La imagen %1 no puede descargarse</translation>
    </message>
    <message>
        <source>Check that the nodes reach the registry.</source>
        <translation>Compruebe que los nodos alcanzan el registro.</translation>
    </message>
    <message>
        <source>%1 needs more memory than its limit</source>
        <translation>%1 necesita más memoria que su límite</translation>
    </message>
    <message numerus="yes">
        <source>The kernel ended it (OOMKilled), %n restart(s).</source>
        <translation>
            <numerusform>El kernel lo terminó (OOMKilled), %n reinicio.</numerusform>
            <numerusform>El kernel lo terminó (OOMKilled), %n reinicios.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise its memory limit: change the load in the plan and generate again.</source>
        <translation>Suba su límite de memoria: cambie la carga en el plan y genere de nuevo.</translation>
    </message>
    <message>
        <source>The volume of %1 is full</source>
        <translation>El volumen de %1 está lleno</translation>
    </message>
    <message>
        <source>Make its claim larger or free space; then restart the pod.</source>
        <translation>Amplíe su claim o libere espacio; después reinicie el pod.</translation>
    </message>
    <message>
        <source>%1 ends right after it starts</source>
        <translation>%1 termina nada más arrancar</translation>
    </message>
    <message numerus="yes">
        <source>Exit code %1, %n restart(s).</source>
        <translation>
            <numerusform>Código de salida %1, %n reinicio.</numerusform>
            <numerusform>Código de salida %1, %n reinicios.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read its log: kubectl -n %1 logs %2 -c %3 --previous</source>
        <translation>Lea su registro: kubectl -n %1 logs %2 -c %3 --previous</translation>
    </message>
    <message>
        <source>%1 runs, and does not answer its probe</source>
        <translation>%1 está en marcha y no responde a su sonda</translation>
    </message>
    <message>
        <source>Read its log: kubectl -n %1 logs %2 -c %3</source>
        <translation>Lea su registro: kubectl -n %1 logs %2 -c %3</translation>
    </message>
    <message>
        <source>It runs; its probe has not answered yet.</source>
        <translation>Está en marcha; su sonda aún no ha respondido.</translation>
    </message>
    <message>
        <source>%1 cannot be made: something it needs is not there</source>
        <translation>%1 no puede crearse: falta algo que necesita</translation>
    </message>
    <message>
        <source>Make what is missing; the pod goes on by itself.</source>
        <translation>Cree lo que falta; el pod continúa por sí solo.</translation>
    </message>
    <message>
        <source>Argo CD could not sync %1</source>
        <translation>Argo CD no pudo sincronizar %1</translation>
    </message>
    <message>
        <source>Mend what the sentence names, then deploy again.</source>
        <translation>Arregle lo que nombra la frase y despliegue de nuevo.</translation>
    </message>
    <message>
        <source>The hook %1 failed</source>
        <translation>El hook %1 falló</translation>
    </message>
    <message>
        <source>Read its log: kubectl -n %1 logs job/%2</source>
        <translation>Lea su registro: kubectl -n %1 logs job/%2</translation>
    </message>
    <message>
        <source>The cluster refuses %1 %2</source>
        <translation>El clúster rechaza %1 %2</translation>
    </message>
    <message>
        <source>No volume for %1 yet</source>
        <translation>Aún no hay volumen para %1</translation>
    </message>
    <message>
        <source>Check the storage class of the plan (storage.className) on this cluster.</source>
        <translation>Revise la clase de almacenamiento del plan (storage.className) en este clúster.</translation>
    </message>
    <message>
        <source>The issuer %1 cannot issue</source>
        <translation>El emisor %1 no puede emitir</translation>
    </message>
    <message>
        <source>Mend the issuer; its certificates follow by themselves.</source>
        <translation>Arregle el emisor; sus certificados seguirán solos.</translation>
    </message>
    <message>
        <source>The certificate %1 is not issued yet</source>
        <translation>El certificado %1 aún no está emitido</translation>
    </message>
    <message>
        <source>The issuer %1 refused the request</source>
        <translation>El emisor %1 rechazó la petición</translation>
    </message>
    <message>
        <source>cert-manager tries again by itself, an hour later at first.</source>
        <translation>cert-manager lo intenta de nuevo por sí solo, al principio una hora después.</translation>
    </message>
    <message>
        <source>The next wave of %1 waits for it</source>
        <translation>La próxima ola de %1 lo espera</translation>
    </message>
    <message>
        <source>No node can take %1</source>
        <translation>Ningún nodo puede acoger %1</translation>
    </message>
    <message>
        <source>Add a node or free room; sentinelctl size says how much the plan needs.</source>
        <translation>Añada un nodo o libere sitio; sentinelctl size dice cuánto necesita el plan.</translation>
    </message>
    <message>
        <source>%1 waits for its volume</source>
        <translation>%1 espera su volumen</translation>
    </message>
    <message>
        <source>Node %1 does not answer</source>
        <translation>El nodo %1 no responde</translation>
    </message>
    <message>
        <source>Bring the node back, or remove it so that its pods move.</source>
        <translation>Recupere el nodo, o retírelo para que sus pods se muevan.</translation>
    </message>
    <message>
        <source>%1 cannot start: something it mounts is not there</source>
        <translation>%1 no puede arrancar: falta algo que monta</translation>
    </message>
    <message>
        <source>%1 waits for a volume to be attached</source>
        <translation>%1 espera a que se conecte un volumen</translation>
    </message>
    <message>
        <source>%1 is being prepared</source>
        <translation>%1 se está preparando</translation>
    </message>
    <message>
        <source>Its init container %1 runs.</source>
        <translation>Su contenedor de inicio %1 está en marcha.</translation>
    </message>
    <message>
        <source>%1 was evicted from its node</source>
        <translation>%1 fue desalojado de su nodo</translation>
    </message>
    <message>
        <source>Look at what fills the node: memory or disk.</source>
        <translation>Mire qué llena el nodo: memoria o disco.</translation>
    </message>
    <message>
        <source>%1 made no progress for too long</source>
        <translation>%1 lleva demasiado tiempo sin avanzar</translation>
    </message>
    <message>
        <source>Kubernetes gave up on this rollout; it goes on when its pods become ready.</source>
        <translation>Kubernetes abandonó este despliegue; continúa cuando sus pods estén listos.</translation>
    </message>
    <message>
        <source>%1 waits for its pods</source>
        <translation>%1 espera a sus pods</translation>
    </message>
    <message>
        <source>The migration of the database schema failed</source>
        <translation>La migración del esquema de la base de datos falló</translation>
    </message>
    <message>
        <source>Read its log: kubectl -n %1 logs job/%2. Nothing of the new version starts before it is through.</source>
        <translation>Lea su registro: kubectl -n %1 logs job/%2. Nada de la versión nueva arranca antes de que termine.</translation>
    </message>
    <message>
        <source>The job %1 failed</source>
        <translation>El job %1 falló</translation>
    </message>
    <message>
        <source>A quota of the namespace leaves no room for the pods of %1</source>
        <translation>Una cuota del namespace no deja sitio para los pods de %1</translation>
    </message>
    <message>
        <source>The cluster refuses the pods of %1</source>
        <translation>El clúster rechaza los pods de %1</translation>
    </message>
    <message>
        <source>Raise the ResourceQuota of the namespace %1.</source>
        <translation>Suba la ResourceQuota del namespace %1.</translation>
    </message>
    <message>
        <source>The sentence above names the rule; it is a policy of the cluster.</source>
        <translation>La frase de arriba nombra la regla; es una política del clúster.</translation>
    </message>
    <message>
        <source>The migration of the database schema is not through</source>
        <translation>La migración del esquema de la base de datos no ha terminado</translation>
    </message>
    <message>
        <source>The job %1 is not through</source>
        <translation>El job %1 no ha terminado</translation>
    </message>
    <message>
        <source>%1 waits for PostgreSQL</source>
        <translation>%1 espera a PostgreSQL</translation>
    </message>
    <message>
        <source>%1 waits for the migration of the database schema</source>
        <translation>%1 espera la migración del esquema de la base de datos</translation>
    </message>
    <message>
        <source>making a folder for helm</source>
        <translation>crear una carpeta para helm</translation>
    </message>
    <message>
        <source>claiming %1</source>
        <translation>reservar %1</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 no puede abrirse: %2.</translation>
    </message>
    <message>
        <source>Another program is at work on %1: %2.</source>
        <translation>Otro programa está trabajando en %1: %2.</translation>
    </message>
    <message>
        <source>process %1 of %2</source>
        <translation>proceso %1 de %2</translation>
    </message>
    <message>
        <source>keeping the journal</source>
        <translation>llevar el diario</translation>
    </message>
    <message numerus="yes">
        <source>After record %1 the journal could not be read on: %n line(s) were set aside in %2.</source>
        <translation>
            <numerusform>Tras el registro %1 el diario no se pudo seguir leyendo: %n línea se apartó en %2.</numerusform>
            <numerusform>Tras el registro %1 el diario no se pudo seguir leyendo: %n líneas se apartaron en %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last line of the journal was torn, as by a crash while it was written: it was cut off. Records 1 to %1 are whole.</source>
        <translation>La última línea del diario estaba rota, como por un fallo mientras se escribía: se cortó. Los registros 1 a %1 están enteros.</translation>
    </message>
    <message>
        <source>The journal once had %1 records and has %2: the rest were taken away.</source>
        <translation>El diario tuvo %1 registros y tiene %2: los demás fueron retirados.</translation>
    </message>
    <message>
        <source>(left out: it looks like a secret)</source>
        <translation>(omitido: parece un secreto)</translation>
    </message>
    <message>
        <source>An operation needs a kind, such as &quot;deploy&quot;.</source>
        <translation>Una operación necesita una clase, como «deploy».</translation>
    </message>
    <message>
        <source>%1, begun by %2, is still open: resume it or end it first.</source>
        <translation>%1, empezada por %2, sigue abierta: continúela o termínela antes.</translation>
    </message>
    <message>
        <source>The journal knows no operation %1.</source>
        <translation>El diario no conoce ninguna operación %1.</translation>
    </message>
    <message>
        <source>%1 has ended and cannot be resumed.</source>
        <translation>%1 terminó y no puede continuarse.</translation>
    </message>
    <message>
        <source>%1 of %2 on %3</source>
        <translation>%1 de %2 en %3</translation>
    </message>
    <message>
        <source>The folder %1 of the journal cannot be made.</source>
        <translation>La carpeta %1 del diario no puede crearse.</translation>
    </message>
    <message>
        <source>The folder %1 of the journal is not ours: %2.</source>
        <translation>La carpeta %1 del diario no es nuestra: %2.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be opened: %2.</source>
        <translation>El diario %1 no puede abrirse: %2.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be locked: %2.</source>
        <translation>El diario %1 no puede bloquearse: %2.</translation>
    </message>
    <message>
        <source>Another program has held the journal %1 for two seconds.</source>
        <translation>Otro programa tiene el diario %1 desde hace dos segundos.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>El diario %1 no puede leerse: %2.</translation>
    </message>
    <message>
        <source>The journal %1 is larger than is read.</source>
        <translation>El diario %1 es mayor de lo que se lee.</translation>
    </message>
    <message>
        <source>There is no room for the journal %1 (%2): nothing was recorded, so nothing is done.</source>
        <translation>No hay sitio para el diario %1 (%2): no se anotó nada, así que no se hace nada.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written: %2. Nothing is done.</source>
        <translation>El diario %1 no puede escribirse: %2. No se hace nada.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be repaired: %2.</source>
        <translation>El diario %1 no puede repararse: %2.</translation>
    </message>
    <message>
        <source>Where record %1 should stand is no whole record.</source>
        <translation>Donde debería estar el registro %1 no hay un registro entero.</translation>
    </message>
    <message>
        <source>Record %1 was changed after it was written: its hash is not that of its content.</source>
        <translation>El registro %1 se cambió después de escribirse: su hash no es el de su contenido.</translation>
    </message>
    <message>
        <source>What follows record %1 is not record %2: records were taken away, put in or moved.</source>
        <translation>Lo que sigue al registro %1 no es el registro %2: se quitaron, añadieron o movieron registros.</translation>
    </message>
    <message>
        <source>The journal once had record %1 with another hash: its end was cut off or written anew.</source>
        <translation>El diario tuvo el registro %1 con otro hash: su final se cortó o se escribió de nuevo.</translation>
    </message>
    <message>
        <source>The kinds of %1 may be missing or old: the service behind it does not answer.</source>
        <translation>Las clases de %1 pueden faltar o ser antiguas: el servicio que hay detrás no responde.</translation>
    </message>
    <message>
        <source>asking %1 for the kinds it serves</source>
        <translation>preguntar a %1 qué clases sirve</translation>
    </message>
    <message>
        <source>The kinds of %1 are left out: %2</source>
        <translation>Se omiten las clases de %1: %2</translation>
    </message>
    <message>
        <source>asking %1 for its version</source>
        <translation>preguntar a %1 su versión</translation>
    </message>
    <message>
        <source>asking %1 for %2</source>
        <translation>pedir %2 a %1</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; has no server.</source>
        <translation>El clúster «%1» no tiene servidor.</translation>
    </message>
    <message>
        <source>The server of the cluster &quot;%1&quot; is not an address like https://host:6443.</source>
        <translation>El servidor del clúster «%1» no es una dirección como https://host:6443.</translation>
    </message>
    <message>
        <source>The server of the cluster &quot;%1&quot; must be an https address.</source>
        <translation>El servidor del clúster «%1» debe ser una dirección https.</translation>
    </message>
    <message>
        <source>The server of the cluster &quot;%1&quot; is plain http: only https is spoken with clusters.</source>
        <translation>El servidor del clúster «%1» es http sin cifrar: con los clústeres solo se habla https.</translation>
    </message>
    <message>
        <source>The authority of the cluster &quot;%1&quot; holds no PEM certificate.</source>
        <translation>La autoridad del clúster «%1» no contiene ningún certificado PEM.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; signs in with an auth-provider, which kubectl has given up too.</source>
        <translation>El usuario «%1» entra con un auth-provider, al que kubectl también ha renunciado.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; has a client certificate without its key, or a key without its certificate.</source>
        <translation>El usuario «%1» tiene un certificado de cliente sin su clave, o una clave sin su certificado.</translation>
    </message>
    <message>
        <source>The client certificate of the user &quot;%1&quot; is not a PEM certificate.</source>
        <translation>El certificado de cliente del usuario «%1» no es un certificado PEM.</translation>
    </message>
    <message>
        <source>The client key of the user &quot;%1&quot; is not a PEM key.</source>
        <translation>La clave de cliente del usuario «%1» no es una clave PEM.</translation>
    </message>
    <message>
        <source>The client key of the user &quot;%1&quot; is protected by a passphrase, which is not supported.</source>
        <translation>La clave de cliente del usuario «%1» está protegida por una frase de paso, lo que no se admite.</translation>
    </message>
    <message>
        <source>looking for a kubeconfig</source>
        <translation>buscar un kubeconfig</translation>
    </message>
    <message>
        <source>There is no kubeconfig: %1 does not exist.</source>
        <translation>No hay kubeconfig: %1 no existe.</translation>
    </message>
    <message>
        <source>This is not a kubeconfig: it holds no clusters, users and contexts.</source>
        <translation>Esto no es un kubeconfig: no contiene clústeres, usuarios ni contextos.</translation>
    </message>
    <message>
        <source>This is not a kubeconfig but a %1.</source>
        <translation>Esto no es un kubeconfig, sino un %1.</translation>
    </message>
    <message>
        <source>reading the kubeconfig %1</source>
        <translation>leer el kubeconfig %1</translation>
    </message>
    <message>
        <source>The kubeconfig sets no current context; name one of: %1.</source>
        <translation>El kubeconfig no fija un contexto actual; nombre uno de: %1.</translation>
    </message>
    <message>
        <source>The kubeconfig has no context &quot;%1&quot;, nor any other.</source>
        <translation>El kubeconfig no tiene el contexto «%1» ni ningún otro.</translation>
    </message>
    <message>
        <source>The kubeconfig has no context &quot;%1&quot;; it has: %2.</source>
        <translation>El kubeconfig no tiene el contexto «%1»; tiene: %2.</translation>
    </message>
    <message>
        <source>The context &quot;%1&quot; names the cluster &quot;%2&quot;, which is not there.</source>
        <translation>El contexto «%1» nombra el clúster «%2», que no existe.</translation>
    </message>
    <message>
        <source>The context &quot;%1&quot; names the user &quot;%2&quot;, which is not there.</source>
        <translation>El contexto «%1» nombra al usuario «%2», que no existe.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; must be a text.</source>
        <translation>«%1» de «%2» debe ser un texto.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; must be true or false.</source>
        <translation>«%1» de «%2» debe ser true o false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; is not Base64.</source>
        <translation>«%1» de «%2» no es Base64.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>«%1» debe ser una lista.</translation>
    </message>
    <message>
        <source>An entry of &quot;%1&quot; has no name.</source>
        <translation>Una entrada de «%1» no tiene nombre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; must hold keys and values.</source>
        <translation>«%1» de «%2» debe contener claves y valores.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has two entries named &quot;%2&quot;.</source>
        <translation>«%1» tiene dos entradas llamadas «%2».</translation>
    </message>
    <message>
        <source>listing %1</source>
        <translation>listar %1</translation>
    </message>
    <message>
        <source>reading the log of %1</source>
        <translation>leer el registro de %1</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; needs a namespace.</source>
        <translation>%1 «%2» necesita un namespace.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a %2.</source>
        <translation>«%1» no puede ser el nombre de un %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path of an API server.</source>
        <translation>«%1» no es una ruta de un servidor de API.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) names no host at all.</source>
        <translation>El certificado de %1 (%2) no nombra ningún host.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) is for other names: %3.</source>
        <translation>El certificado de %1 (%2) es para otros nombres: %3.</translation>
    </message>
    <message>
        <source>A certificate that %1 shows (%2) expired on %3.</source>
        <translation>Un certificado que muestra %1 (%2) caducó el %3.</translation>
    </message>
    <message>
        <source>A certificate that %1 shows (%2) is not valid before %3; is the clock of this computer right?</source>
        <translation>Un certificado que muestra %1 (%2) no es válido antes del %3; ¿está en hora el reloj de este equipo?</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) is signed by &quot;%3&quot;, which is not the authority of this cluster.</source>
        <translation>El certificado de %1 (%2) está firmado por «%3», que no es la autoridad de este clúster.</translation>
    </message>
    <message>
        <source>The certificate of %1 (%2) is not accepted: %3.</source>
        <translation>El certificado de %1 (%2) no se acepta: %3.</translation>
    </message>
    <message>
        <source>%1 does not accept who we are: the token or certificate of this context is missing, wrong or expired.</source>
        <translation>%1 no acepta quiénes somos: el token o el certificado de este contexto falta, es incorrecto o ha caducado.</translation>
    </message>
    <message>
        <source>%1 does not serve this kind.</source>
        <translation>%1 no sirve esta clase.</translation>
    </message>
    <message>
        <source>%1 does not serve this kind: %2</source>
        <translation>%1 no sirve esta clase: %2</translation>
    </message>
    <message>
        <source>%1 asks to wait: it has too many requests just now.</source>
        <translation>%1 pide esperar: ahora mismo tiene demasiadas peticiones.</translation>
    </message>
    <message>
        <source>%1 sends us elsewhere (HTTP %2), which is not followed. Is that the address of a Kubernetes API server?</source>
        <translation>%1 nos envía a otro sitio (HTTP %2), lo que no se sigue. ¿Es la dirección de un servidor de API de Kubernetes?</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2 and no reason.</source>
        <translation>%1 respondió con HTTP %2 y sin motivo.</translation>
    </message>
    <message>
        <source>%1 gave an empty answer.</source>
        <translation>%1 dio una respuesta vacía.</translation>
    </message>
    <message>
        <source>%1 gave an answer that is not whole or not JSON. Is that the address of a Kubernetes API server?</source>
        <translation>%1 dio una respuesta incompleta o que no es JSON. ¿Es la dirección de un servidor de API de Kubernetes?</translation>
    </message>
    <message>
        <source>reading the token of the cluster</source>
        <translation>leer el token del clúster</translation>
    </message>
    <message>
        <source>The token file %1 is empty.</source>
        <translation>El archivo de token %1 está vacío.</translation>
    </message>
    <message>
        <source>The token of the user holds characters that no token has.</source>
        <translation>El token del usuario contiene caracteres que ningún token tiene.</translation>
    </message>
    <message>
        <source>No connection with %1 was made within %2.</source>
        <translation>No se logró conexión con %1 en %2.</translation>
    </message>
    <message>
        <source>%1 took the request and gave no complete answer within %2.</source>
        <translation>%1 tomó la petición y no dio una respuesta completa en %2.</translation>
    </message>
    <message>
        <source>The name %1 is not known to this computer&apos;s name service.</source>
        <translation>El servicio de nombres de este equipo no conoce el nombre %1.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Nada responde en %1: %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted: %2</source>
        <translation>El certificado de %1 no se acepta: %2</translation>
    </message>
    <message>
        <source>No TLS connection could be made with %1: %2</source>
        <translation>No se pudo establecer una conexión TLS con %1: %2</translation>
    </message>
    <message>
        <source>The client certificate or key for %1 cannot be used: %2</source>
        <translation>El certificado o la clave de cliente para %1 no puede usarse: %2</translation>
    </message>
    <message>
        <source>The authority for %1 cannot be read: %2</source>
        <translation>La autoridad para %1 no puede leerse: %2</translation>
    </message>
    <message>
        <source>%1 broke the connection off before its answer was complete: %2</source>
        <translation>%1 cortó la conexión antes de completar su respuesta: %2</translation>
    </message>
    <message>
        <source>No answer came from %1: %2</source>
        <translation>No llegó respuesta de %1: %2</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than is read.</source>
        <translation>La respuesta de %1 es mayor de lo que se lee.</translation>
    </message>
    <message>
        <source>The request was stopped.</source>
        <translation>La petición se detuvo.</translation>
    </message>
    <message>
        <source>The watch was stopped.</source>
        <translation>El watch se detuvo.</translation>
    </message>
    <message>
        <source>%1 gave a list without a version, so it cannot be watched.</source>
        <translation>%1 dio una lista sin versión, así que no puede observarse.</translation>
    </message>
    <message>
        <source>watching %1</source>
        <translation>observar %1</translation>
    </message>
    <message>
        <source>The watch brought a line that is no event.</source>
        <translation>El watch trajo una línea que no es un evento.</translation>
    </message>
    <message>
        <source>The server ended the watch without a reason.</source>
        <translation>El servidor terminó el watch sin motivo.</translation>
    </message>
    <message>
        <source>creating %1</source>
        <translation>crear %1</translation>
    </message>
    <message>
        <source>replacing %1</source>
        <translation>sustituir %1</translation>
    </message>
    <message>
        <source>changing %1</source>
        <translation>cambiar %1</translation>
    </message>
    <message>
        <source>deleting %1</source>
        <translation>borrar %1</translation>
    </message>
    <message>
        <source>writing the kubeconfig %1</source>
        <translation>escribir el kubeconfig %1</translation>
    </message>
    <message>
        <source>There is a kubeconfig already that this program did not write, so it was left as it is. Name another file.</source>
        <translation>Ya hay un kubeconfig que no escribió este programa, así que se dejó como está. Nombre otro archivo.</translation>
    </message>
    <message>
        <source>Nothing here is called &quot;%1&quot;. Known here: %2.</source>
        <translation>Nada se llama aquí «%1». Se conocen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here.</source>
        <translation>Aquí falta «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a map.</source>
        <translation>«%1» debe ser un mapa.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number from %2 to %3.</source>
        <translation>«%1» debe ser un número entero de %2 a %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a time such as 500ms, 30s or 2h.</source>
        <translation>«%1» debe ser un tiempo como 500ms, 30s o 2h.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one of %2.</source>
        <translation>«%1» debe ser uno de %2.</translation>
    </message>
    <message>
        <source>A fault must be a map that begins with &quot;fault&quot;.</source>
        <translation>Un fallo debe ser un mapa que empiece por «fault».</translation>
    </message>
    <message>
        <source>There is no fault &quot;%1&quot;. Known: %2.</source>
        <translation>No hay ningún fallo «%1». Se conocen: %2.</translation>
    </message>
    <message>
        <source>A scenario is a map with apiVersion, kind, metadata and spec.</source>
        <translation>Un escenario es un mapa con apiVersion, kind, metadata y spec.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2.</source>
        <translation>«%1» debe ser %2.</translation>
    </message>
    <message>
        <source>A name has lower-case letters, digits and &quot;-&quot; only.</source>
        <translation>Un nombre solo tiene minúsculas, cifras y «-».</translation>
    </message>
    <message>
        <source>A scenario needs at least one fault.</source>
        <translation>Un escenario necesita al menos un fallo.</translation>
    </message>
    <message>
        <source>reading the scenario</source>
        <translation>leer el escenario</translation>
    </message>
    <message>
        <source>adding a scenario</source>
        <translation>añadir un escenario</translation>
    </message>
    <message>
        <source>There is a scenario &quot;%1&quot; already; give yours another name.</source>
        <translation>Ya hay un escenario «%1»; dé otro nombre al suyo.</translation>
    </message>
    <message>
        <source>starting a scenario</source>
        <translation>iniciar un escenario</translation>
    </message>
    <message>
        <source>There is no scenario &quot;%1&quot;.</source>
        <translation>No hay ningún escenario «%1».</translation>
    </message>
    <message>
        <source>The scenario &quot;%1&quot; breaks the API or certificates; this cluster has no switch for that.</source>
        <translation>El escenario «%1» rompe la API o los certificados; este clúster no tiene interruptor para eso.</translation>
    </message>
    <message>
        <source>ending a scenario</source>
        <translation>terminar un escenario</translation>
    </message>
    <message>
        <source>reading a schedule</source>
        <translation>leer una programación</translation>
    </message>
    <message>
        <source>A schedule has five fields: minute, hour, day of month, month, day of week; &quot;%1&quot; has %2.</source>
        <translation>Una programación tiene cinco campos: minuto, hora, día del mes, mes, día de la semana; «%1» tiene %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no schedule: every field is *, a number, a list, a range or a step within its bounds.</source>
        <translation>«%1» no es una programación: cada campo es *, un número, una lista, un intervalo o un paso dentro de sus límites.</translation>
    </message>
    <message>
        <source>%1 [y/N]</source>
        <translation>%1 [s/N]</translation>
    </message>
    <message>
        <source>y</source>
        <translation>s</translation>
    </message>
    <message>
        <source>%1/%2, %3:</source>
        <translation>%1/%2, %3:</translation>
    </message>
    <message>
        <source>asking for a value</source>
        <translation>pedir un valor</translation>
    </message>
    <message>
        <source>No value was given.</source>
        <translation>No se dio ningún valor.</translation>
    </message>
    <message>
        <source>--request-timeout: &quot;%1&quot; is no duration, such as 30s or 2m.</source>
        <translation>--request-timeout: «%1» no es una duración, como 30s o 2m.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>la entrada estándar</translation>
    </message>
    <message>
        <source>Deploy %1, environment %2, to %3 (%4)?</source>
        <translation>¿Desplegar %1, entorno %2, en %3 (%4)?</translation>
    </message>
    <message>
        <source>%1 Nobody is here to say yes: add --yes when this is meant.</source>
        <translation>%1 No hay nadie para decir que sí: añada --yes si es lo que quiere.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>No se hizo nada.</translation>
    </message>
    <message>
        <source>%1 of %2 healthy. %3</source>
        <translation>%1 de %2 sanos. %3</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Everything is healthy.</source>
        <translation>Todo está sano.</translation>
    </message>
    <message>
        <source>It did not become healthy.</source>
        <translation>No llegó a estar sano.</translation>
    </message>
    <message>
        <source>What was done stays: %1.</source>
        <translation>Lo hecho se queda: %1.</translation>
    </message>
    <message>
        <source>%1 is open; the same command again goes on with it.</source>
        <translation>%1 está abierta; la misma orden de nuevo la continúa.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>began</source>
        <translation>empezó</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>what</source>
        <translation>qué</translation>
    </message>
    <message>
        <source> (open)</source>
        <translation> (abierta)</translation>
    </message>
    <message>
        <source>The journal is empty.</source>
        <translation>El diario está vacío.</translation>
    </message>
    <message>
        <source>The journal has no operation &quot;%1&quot;; &quot;sentinelctl journal list&quot; shows those it has.</source>
        <translation>El diario no tiene la operación «%1»; «sentinelctl journal list» muestra las que tiene.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>at</source>
        <translation>a las</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>frase</translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s), each bound to the one before.</source>
        <translation>
            <numerusform>El diario está entero: %n registro, unido al anterior.</numerusform>
            <numerusform>El diario está entero: %n registros, cada uno unido al anterior.</numerusform>
        </translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>sano</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>ola</translation>
    </message>
    <message>
        <source>health</source>
        <translation>salud</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>A continuación: %1</translation>
    </message>
    <message>
        <source>The rehearsal cluster runs until you end it with Ctrl+C. Use it with: kubectl --kubeconfig %1</source>
        <translation>El clúster de ensayo corre hasta que lo termine con Ctrl+C. Úselo con: kubectl --kubeconfig %1</translation>
    </message>
    <message>
        <source>asking the rehearsal cluster</source>
        <translation>preguntar al clúster de ensayo</translation>
    </message>
    <message>
        <source>%1 is no rehearsal cluster; &quot;sentinelctl sandbox start&quot; makes one.</source>
        <translation>%1 no es un clúster de ensayo; «sentinelctl sandbox start» crea uno.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>The time of the rehearsal cluster runs %1 times as fast as the wall&apos;s.</source>
        <translation>El tiempo del clúster de ensayo corre %1 veces más rápido que el de la pared.</translation>
    </message>
    <message>
        <source>Environment %1 in %2: %3 of %4 healthy</source>
        <translation>Entorno %1 en %2: %3 de %4 sanos</translation>
    </message>
    <message>
        <source>There is no such environment of Sentinel on this cluster.</source>
        <translation>En este clúster no hay tal entorno de Sentinel.</translation>
    </message>
    <message>
        <source>1  Plan: 200 events a second, delivered by Argo CD.</source>
        <translation>1  Plan: 200 eventos por segundo, entregado por Argo CD.</translation>
    </message>
    <message numerus="yes">
        <source>2  Size: %n component(s), each figure with its formula (sentinelctl size --explain).</source>
        <translation>
            <numerusform>2  Dimensionar: %n componente, cada cifra con su fórmula (sentinelctl size --explain).</numerusform>
            <numerusform>2  Dimensionar: %n componentes, cada cifra con su fórmula (sentinelctl size --explain).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3  Generate: a bundle of %n file(s), ready for Git.</source>
        <translation>
            <numerusform>3  Generar: un bundle de %n archivo, listo para Git.</numerusform>
            <numerusform>3  Generar: un bundle de %n archivos, listo para Git.</numerusform>
        </translation>
    </message>
    <message>
        <source>4  Deploy: onto a rehearsal cluster made for this tour.</source>
        <translation>4  Desplegar: en un clúster de ensayo creado para esta visita.</translation>
    </message>
    <message numerus="yes">
        <source>5  Healthy: %n object(s), every one.</source>
        <translation>
            <numerusform>5  Sano: %n objeto.</numerusform>
            <numerusform>5  Sanos: %n objetos, todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>6  Break: the backend stops answering its probe.</source>
        <translation>6  Romper: el backend deja de responder a su sonda.</translation>
    </message>
    <message>
        <source>7  Explained, from the root to what people see:</source>
        <translation>7  Explicado, desde la raíz hasta lo que ve la gente:</translation>
    </message>
    <message>
        <source>8  Repaired: everything is healthy again.</source>
        <translation>8  Reparado: todo vuelve a estar sano.</translation>
    </message>
    <message>
        <source>The tour stopped here; what was made for it is gone.</source>
        <translation>La visita se detuvo aquí; lo que se creó para ella ya no está.</translation>
    </message>
    <message>
        <source>That took %1 seconds and left nothing behind. Your own: sentinelctl plan new --profile prod --out FILE</source>
        <translation>Duró %1 segundos y no dejó nada. El suyo: sentinelctl plan new --profile prod --out ARCHIVO</translation>
    </message>
    <message>
        <source>The program sentinelctl-cluster is not beside this one. Install the console again; plans work without it.</source>
        <translation>El programa sentinelctl-cluster no está junto a este. Instale de nuevo la consola; los planes funcionan sin él.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; the rehearsal cluster keeps its kubeconfig there.</source>
        <translation>La carpeta %1 no puede crearse; el clúster de ensayo guarda allí su kubeconfig.</translation>
    </message>
    <message>
        <source>The rehearsal cluster could not be started: %1.</source>
        <translation>El clúster de ensayo no pudo arrancarse: %1.</translation>
    </message>
    <message>
        <source>The rehearsal cluster ended before it was ready. %1</source>
        <translation>El clúster de ensayo terminó antes de estar listo. %1</translation>
    </message>
    <message>
        <source>The rehearsal cluster has ended, and what was in it is gone. %1</source>
        <translation>El clúster de ensayo ha terminado, y lo que había en él se ha perdido. %1</translation>
    </message>
    <message>
        <source>applying %1 %2</source>
        <translation>aplicar %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Every one of %n record(s) follows the one before it; nothing was changed or left out.</source>
        <translation>
            <numerusform>El único registro sigue la cadena desde el principio; nada se cambió ni falta.</numerusform>
            <numerusform>Cada uno de los %n registros sigue al anterior; nada se cambió ni falta.</numerusform>
        </translation>
    </message>
    <message>
        <source>After record %1 the journal is not as it was written: %2</source>
        <translation>Tras el registro %1 el diario no está como se escribió: %2</translation>
    </message>
    <message>
        <source>Nothing was done to a cluster from here yet</source>
        <translation>Desde aquí aún no se ha hecho nada en un clúster</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) did not end and can go on</source>
        <translation>
            <numerusform>%n operación no terminó y puede continuar</numerusform>
            <numerusform>%n operaciones no terminaron y pueden continuar</numerusform>
        </translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>empezado</translation>
    </message>
    <message>
        <source>taken up again</source>
        <translation>retomado</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>fase</translation>
    </message>
    <message>
        <source>about to be done</source>
        <translation>a punto de hacerse</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>visto</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>reparado</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>nobody saw how it ended</source>
        <translation>nadie vio cómo terminó</translation>
    </message>
    <message>
        <source>Example: one production environment</source>
        <translation>Ejemplo: un entorno de producción</translation>
    </message>
    <message>
        <source>Argo CD</source>
        <translation>Argo CD</translation>
    </message>
    <message>
        <source>Helm</source>
        <translation>Helm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Choose a bundle first.</source>
        <translation>Elija primero un bundle.</translation>
    </message>
    <message>
        <source>the rehearsal cluster</source>
        <translation>el clúster de ensayo</translation>
    </message>
    <message>
        <source>The rehearsal cluster is starting.</source>
        <translation>El clúster de ensayo está arrancando.</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>No hay ningún clúster conectado.</translation>
    </message>
    <message>
        <source>asking for values of Secrets</source>
        <translation>pedir valores de Secrets</translation>
    </message>
    <message>
        <source>A deploy of %1 was begun here and did not end. It goes on where it stopped; nothing is done twice.</source>
        <translation>Aquí se empezó un despliegue de %1 que no terminó. Continúa donde se detuvo; nada se hace dos veces.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be deployed yet</source>
        <translation>Aún no se ha elegido nada que desplegar</translation>
    </message>
    <message>
        <source>Deploying %1</source>
        <translation>Desplegando %1</translation>
    </message>
    <message>
        <source>%1 could not be deployed</source>
        <translation>%1 no pudo desplegarse</translation>
    </message>
    <message>
        <source>The deploy of %1 was stopped before anything was made</source>
        <translation>El despliegue de %1 se detuvo antes de crear nada</translation>
    </message>
    <message>
        <source>%1 is not deployed yet</source>
        <translation>%1 aún no está desplegado</translation>
    </message>
    <message numerus="yes">
        <source>All %n object(s) of %1 are healthy</source>
        <translation>
            <numerusform>El único objeto de %1 está sano</numerusform>
            <numerusform>Los %n objetos de %1 están sanos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 objects are healthy; %3: %4</source>
        <translation>%1 de %2 objetos están sanos; %3: %4</translation>
    </message>
    <message>
        <source>Choose a bundle, or deploy an example: every object is followed until it is healthy, and what waits says why.</source>
        <translation>Elija un bundle o despliegue un ejemplo: se sigue cada objeto hasta que está sano, y lo que espera dice por qué.</translation>
    </message>
    <message>
        <source>%1 · namespace %2 · %3 · %4</source>
        <translation>%1 · namespace %2 · %3 · %4</translation>
    </message>
    <message>
        <source>%1 · Kubernetes %2</source>
        <translation>%1 · Kubernetes %2</translation>
    </message>
    <message>
        <source>%1 · may be out of date: %2</source>
        <translation>%1 · puede no estar al día: %2</translation>
    </message>
    <message>
        <source>What was done stays: %1. Deploy again to go on from there.</source>
        <translation>Lo hecho se queda: %1. Despliegue de nuevo para continuar desde ahí.</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Continuar con %1</translation>
    </message>
    <message>
        <source>Deploy %1…</source>
        <translation>Desplegar %1…</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>Desplegar %1</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nada que hacer</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>wave %1</source>
        <translation>ola %1</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>(no se muestra)</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>SIN CONEXIÓN</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>ENSAYO</translation>
    </message>
    <message>
        <source>no cluster connected · nothing here touches your systems</source>
        <translation>ningún clúster conectado · nada de esto toca sus sistemas</translation>
    </message>
    <message>
        <source>in-memory cluster · nothing here touches your systems</source>
        <translation>clúster en memoria · nada de esto toca sus sistemas</translation>
    </message>
    <message>
        <source>in-memory cluster · starting…</source>
        <translation>clúster en memoria · arrancando…</translation>
    </message>
    <message>
        <source>%1 is synced to %2</source>
        <translation>%1 está sincronizada con %2</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n objeto</numerusform>
            <numerusform>%n objetos</numerusform>
        </translation>
    </message>
    <message>
        <source>ended with its rehearsal</source>
        <translation>terminó con su ensayo</translation>
    </message>
    <message>
        <source>Everything became healthy.</source>
        <translation>Todo llegó a estar sano.</translation>
    </message>
    <message>
        <source>It was applied, and something did not come up.</source>
        <translation>Se aplicó, y algo no arrancó.</translation>
    </message>
    <message>
        <source>A later deploy took its place.</source>
        <translation>Un despliegue posterior ocupó su lugar.</translation>
    </message>
    <message>
        <source>It was stopped on request; what was done stays.</source>
        <translation>Se detuvo a petición; lo hecho se queda.</translation>
    </message>
    <message>
        <source>Choose a bundle…</source>
        <translation>Elegir un bundle…</translation>
    </message>
    <message>
        <source>%1 of %2 objects are healthy; %3: %4 of %5 ready</source>
        <translation>%1 de %2 objetos están sanos; %3: %4 de %5 listos</translation>
    </message>
    <message>
        <source>waits for a helm that an earlier try began</source>
        <translation>espera a un helm que empezó un intento anterior</translation>
    </message>
    <message>
        <source>Record %1 once had another hash: the journal was written anew.</source>
        <translation>El registro %1 tuvo otro hash: el diario se escribió de nuevo.</translation>
    </message>
    <message>
        <source>The folder %1 of the journal cannot be opened: %2.</source>
        <translation>La carpeta %1 del diario no puede abrirse: %2.</translation>
    </message>
    <message>
        <source>The %1 name &quot;%2&quot; cannot be: lower-case letters, digits and &quot;-&quot; only, beginning and ending with a letter or digit.</source>
        <translation>El nombre de %1 &quot;%2&quot; no puede ser: solo minúsculas, cifras y &quot;-&quot;, empezando y terminando con una letra o cifra.</translation>
    </message>
    <message>
        <source>Database connections</source>
        <translation>Conexiones a la base de datos</translation>
    </message>
    <message>
        <source>API pods × 20 + worker pods × 4 + 15</source>
        <translation>pods de API × 20 + pods de worker × 4 + 15</translation>
    </message>
    <message>
        <source>pods at their most; the API opens one connection a request, a worker one a process</source>
        <translation>con el máximo de pods; la API abre una conexión por solicitud, un worker una por proceso</translation>
    </message>
    <message>
        <source>max_connections of PostgreSQL</source>
        <translation>max_connections de PostgreSQL</translation>
    </message>
    <message>
        <source>max(%1, connections ÷ 0.8), at most %2</source>
        <translation>max(%1, conexiones ÷ 0.8), como mucho %2</translation>
    </message>
    <message>
        <source>without PgBouncer a fifth stays free for people and for pods that are being replaced</source>
        <translation>sin PgBouncer queda libre un quinto para las personas y para los pods que se están reemplazando</translation>
    </message>
    <message>
        <source>A group says either &quot;zone&quot; or &quot;zones&quot;.</source>
        <translation>Un grupo dice &quot;zone&quot; o &quot;zones&quot;, no ambas.</translation>
    </message>
    <message>
        <source>Ollama volume</source>
        <translation>Volumen de Ollama</translation>
    </message>
    <message>
        <source>1.5 × 0.55 GB × billions of parameters</source>
        <translation>1.5 × 0.55 GB × miles de millones de parámetros</translation>
    </message>
    <message>
        <source>planned: the model&apos;s files and the next model beside them; one pod, at least 1 GiB</source>
        <translation>previsto: los archivos del modelo y, al lado, los del siguiente; un pod, al menos 1 GiB</translation>
    </message>
    <message>
        <source>Take the taints off, or let Sentinel tolerate them (tolerated: true).</source>
        <translation>Quite los taints, o deje que Sentinel los tolere (tolerated: true).</translation>
    </message>
    <message>
        <source>The volumes are taken to lie outside the nodes; their own disks of %1 at most would have no place for %2.</source>
        <translation>Se supone que los volúmenes están fuera de los nodos; en los discos de estos, de %1 como mucho, no cabrían: %2.</translation>
    </message>
    <message>
        <source>Answer storage.class with local-path if the volumes lie on the nodes.</source>
        <translation>Responda storage.class con local-path si los volúmenes están en los nodos.</translation>
    </message>
    <message>
        <source>%1: there is no option &quot;%2&quot;.</source>
        <translation>%1: no existe la opción &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--out needs the name of a folder.</source>
        <translation>--out necesita el nombre de una carpeta.</translation>
    </message>
    <message>
        <source>No bundle was written: what the plan asks for cannot work. &quot;sentinelctl size %1 --explain&quot; shows the numbers.</source>
        <translation>No se escribió ningún bundle: lo que pide el plan no puede funcionar. &quot;sentinelctl size %1 --explain&quot; muestra los números.</translation>
    </message>
    <message>
        <source>1 problem must be mended before there is a bundle</source>
        <translation>Hay que corregir 1 problema antes de tener un bundle</translation>
    </message>
    <message>
        <source>%1 problems must be mended before there is a bundle</source>
        <translation>Hay que corregir %1 problemas antes de tener un bundle</translation>
    </message>
    <message>
        <source>synced by Argo CD</source>
        <translation>sincronizado por Argo CD</translation>
    </message>
    <message>
        <source>Argo CD delivers %1 here (Application %2), and would undo what Helm does. Deploy with --via argocd, or remove that Application first, leaving its objects.</source>
        <translation>Argo CD entrega %1 aquí (Application %2) y desharía lo que hace Helm. Despliegue con --via argocd, o quite antes esa Application y deje sus objetos.</translation>
    </message>
    <message>
        <source>The bundle needs no value %1; it needs: %2.</source>
        <translation>El bundle no necesita ningún valor %1; necesita: %2.</translation>
    </message>
    <message>
        <source>The Secret %1 in %2 exists and stays as it is; the value given for it is not used.</source>
        <translation>El Secret %1 de %2 existe y queda como está; el valor dado para él no se usa.</translation>
    </message>
    <message>
        <source>The value of %1 is one that everybody knows; give another.</source>
        <translation>El valor de %1 es uno que todo el mundo conoce; dé otro.</translation>
    </message>
    <message>
        <source>The kubeconfig names no cluster.</source>
        <translation>El kubeconfig no nombra ningún clúster.</translation>
    </message>
    <message>
        <source>The cluster answers again.</source>
        <translation>El clúster vuelve a responder.</translation>
    </message>
    <message>
        <source>The cluster gives no answer: %1</source>
        <translation>El clúster no responde: %1</translation>
    </message>
    <message>
        <source>following the deploy</source>
        <translation>seguir el despliegue</translation>
    </message>
    <message>
        <source>asking whether we may %1</source>
        <translation>preguntar si se permite %1</translation>
    </message>
    <message>
        <source>asking what we may do in %1</source>
        <translation>preguntar qué podemos hacer en %1</translation>
    </message>
    <message>
        <source>asking who we are</source>
        <translation>preguntar quiénes somos</translation>
    </message>
    <message>
        <source>Read from %1.</source>
        <translation>Leído de %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the user &quot;%2&quot; of the cluster &quot;%3&quot;.</source>
        <translation>«%1» es el usuario «%2» del clúster «%3».</translation>
    </message>
    <message>
        <source>Better put the cluster&apos;s authority into the kubeconfig; else allow it knowingly.</source>
        <translation>Mejor ponga la autoridad del clúster en el kubeconfig; si no, permítalo a sabiendas.</translation>
    </message>
    <message>
        <source>You allowed this cluster&apos;s certificate to go unverified.</source>
        <translation>Usted permitió que el certificado de este clúster no se verifique.</translation>
    </message>
    <message>
        <source>Put the cluster&apos;s authority into the kubeconfig.</source>
        <translation>Ponga la autoridad del clúster en el kubeconfig.</translation>
    </message>
    <message>
        <source>Nothing here needs it.</source>
        <translation>Nada aquí lo necesita.</translation>
    </message>
    <message>
        <source>Install the program, or use another user.</source>
        <translation>Instale el programa o use otro usuario.</translation>
    </message>
    <message>
        <source>Allow it if you trust whoever gave you this kubeconfig.</source>
        <translation>Permítalo si confía en quien le dio este kubeconfig.</translation>
    </message>
    <message>
        <source>You allowed %1 to be run to sign in.</source>
        <translation>Usted permitió ejecutar %1 para iniciar sesión.</translation>
    </message>
    <message>
        <source>Signed by &quot;%1&quot; for &quot;%2&quot;, good until %3.</source>
        <translation>Firmado por «%1» para «%2», válido hasta el %3.</translation>
    </message>
    <message>
        <source>Plain http, which never leaves this computer.</source>
        <translation>http sin cifrar, que nunca sale de este equipo.</translation>
    </message>
    <message>
        <source>Not verified. It says: %1</source>
        <translation>Sin verificar. Dice: %1</translation>
    </message>
    <message>
        <source>Renew the server&apos;s certificate soon.</source>
        <translation>Renueve pronto el certificado del servidor.</translation>
    </message>
    <message>
        <source>Through the proxy %1.</source>
        <translation>A través del proxy %1.</translation>
    </message>
    <message>
        <source>Through the proxy %1, which %2 names.</source>
        <translation>A través del proxy %1, que indica %2.</translation>
    </message>
    <message>
        <source>%1 is known.</source>
        <translation>%1 se conoce.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 responde.</translation>
    </message>
    <message>
        <source>The server does not say who we are to it.</source>
        <translation>El servidor no dice quiénes somos para él.</translation>
    </message>
    <message>
        <source>The server does not know us: we are anonymous to it.</source>
        <translation>El servidor no nos conoce: para él somos anónimos.</translation>
    </message>
    <message>
        <source>Give the user of this context a token, a certificate or a sign-in program.</source>
        <translation>Dé al usuario de este contexto un token, un certificado o un programa de inicio de sesión.</translation>
    </message>
    <message>
        <source>As &quot;%1&quot;.</source>
        <translation>Como «%1».</translation>
    </message>
    <message>
        <source>As &quot;%1&quot;, whom we act as.</source>
        <translation>Como «%1», en cuyo nombre actuamos.</translation>
    </message>
    <message>
        <source>Kubernetes %1.</source>
        <translation>Kubernetes %1.</translation>
    </message>
    <message>
        <source>This program is made for Kubernetes 1.%1 to 1.%2; some things may not work.</source>
        <translation>Este programa está hecho para Kubernetes 1.%1 a 1.%2; algunas cosas pueden no funcionar.</translation>
    </message>
    <message>
        <source>Pods of every namespace may be listed.</source>
        <translation>Se pueden listar los pods de todos los namespaces.</translation>
    </message>
    <message>
        <source>Only pods of the namespace %1 may be listed.</source>
        <translation>Solo se pueden listar los pods del namespace %1.</translation>
    </message>
    <message>
        <source>Ask for the right to list pods where you want to see them.</source>
        <translation>Pida el derecho de listar pods donde quiera verlos.</translation>
    </message>
    <message>
        <source>Pods may not be listed, not even in the namespace %1.</source>
        <translation>No se pueden listar pods, ni siquiera en el namespace %1.</translation>
    </message>
    <message>
        <source>Ask whoever runs the cluster for the right to list pods.</source>
        <translation>Pida a quien lleva el clúster el derecho de listar pods.</translation>
    </message>
    <message>
        <source>checking a cluster</source>
        <translation>comprobar un clúster</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>La comprobación se detuvo.</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Your consent</source>
        <translation>Su consentimiento</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Derechos</translation>
    </message>
    <message>
        <source>May %1 (%2) be used without verifying its certificate? Whoever stands between can then read and change everything, your credentials included.</source>
        <translation>¿Se puede usar %1 (%2) sin verificar su certificado? Quien esté en medio podrá leer y cambiar todo, incluidas sus credenciales.</translation>
    </message>
    <message>
        <source>May the program &quot;%1&quot; be run to sign in? It runs as you, with all you may do.</source>
        <translation>¿Se puede ejecutar el programa «%1» para iniciar sesión? Se ejecuta en su nombre, con todo lo que usted puede hacer.</translation>
    </message>
    <message>
        <source>May the program &quot;%1&quot; be run to sign in, with the variables %2 set? It runs as you, with all you may do.</source>
        <translation>¿Se puede ejecutar el programa «%1» para iniciar sesión, con las variables %2 definidas? Se ejecuta en su nombre, con todo lo que usted puede hacer.</translation>
    </message>
    <message>
        <source>starting a Job of %1</source>
        <translation>iniciar un Job de %1</translation>
    </message>
    <message>
        <source>%1 is not the address of a proxy, like http://host:3128, https://host:3128 or socks5://host:1080.</source>
        <translation>%1 no es la dirección de un proxy, como http://host:3128, https://host:3128 o socks5://host:1080.</translation>
    </message>
    <message>
        <source>signing in with %1</source>
        <translation>iniciar sesión con %1</translation>
    </message>
    <message>
        <source>What %1 wrote is no ExecCredential.</source>
        <translation>Lo que escribió %1 no es una ExecCredential.</translation>
    </message>
    <message>
        <source>%1 answered in another version than %2, which the kubeconfig asks for.</source>
        <translation>%1 respondió en una versión distinta de %2, la que pide el kubeconfig.</translation>
    </message>
    <message>
        <source>%1 says that its credentials end at a time that is none.</source>
        <translation>%1 dice que sus credenciales terminan en un momento que no es válido.</translation>
    </message>
    <message>
        <source>%1 gave a certificate without its key, or a key without its certificate.</source>
        <translation>%1 dio un certificado sin su clave, o una clave sin su certificado.</translation>
    </message>
    <message>
        <source>%1 gave neither a token nor a certificate.</source>
        <translation>%1 no dio ni un token ni un certificado.</translation>
    </message>
    <message>
        <source>%1 gave a token with characters that no token has.</source>
        <translation>%1 dio un token con caracteres que ningún token tiene.</translation>
    </message>
    <message>
        <source>%1 gave a certificate and a key that are no PEM or do not belong together.</source>
        <translation>%1 dio un certificado y una clave que no son PEM o que no se corresponden.</translation>
    </message>
    <message>
        <source>changing the list of clusters</source>
        <translation>cambiar la lista de clústeres</translation>
    </message>
    <message>
        <source>A cluster needs a name of ordinary letters.</source>
        <translation>Un clúster necesita un nombre de letras corrientes.</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; names no context.</source>
        <translation>El clúster «%1» no nombra ningún contexto.</translation>
    </message>
    <message>
        <source>The kubeconfig of the cluster &quot;%1&quot; must be an absolute path.</source>
        <translation>El kubeconfig del clúster «%1» debe ser una ruta absoluta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no colour of a cluster; there are %2.</source>
        <translation>«%1» no es un color de clúster; hay %2.</translation>
    </message>
    <message>
        <source>There is a cluster called &quot;%1&quot; already.</source>
        <translation>Ya hay un clúster llamado «%1».</translation>
    </message>
    <message>
        <source>There is no cluster called &quot;%1&quot; in your list.</source>
        <translation>En su lista no hay ningún clúster llamado «%1».</translation>
    </message>
    <message>
        <source>Others may write %1, and it says which programs may run in your name. Make it yours alone: chmod 600.</source>
        <translation>Otros pueden escribir en %1, que dice qué programas pueden ejecutarse en su nombre. Resérvelo para usted: chmod 600.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>no se puede crear su carpeta</translation>
    </message>
    <message>
        <source>Another program has held %1 for seconds.</source>
        <translation>Otro programa retiene %1 desde hace segundos.</translation>
    </message>
    <message>
        <source>its permissions cannot be set</source>
        <translation>no se pueden fijar sus permisos</translation>
    </message>
    <message>
        <source>%1 must hold keys and values.</source>
        <translation>%1 debe contener claves y valores.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 must be a text.</source>
        <translation>«%1» de %2 debe ser un texto.</translation>
    </message>
    <message>
        <source>%1 needs &quot;%2&quot;.</source>
        <translation>%1 necesita «%2».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 must hold texts.</source>
        <translation>«%1» de %2 debe contener textos.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 must be a list.</source>
        <translation>«%1» de %2 debe ser una lista.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of %2 is no time like 2026-11-26T12:00:00Z.</source>
        <translation>«%1» de %2 no es una hora como 2026-11-26T12:00:00Z.</translation>
    </message>
    <message>
        <source>reading the list of clusters</source>
        <translation>leer la lista de clústeres</translation>
    </message>
    <message>
        <source>The kubeconfig of a cluster must be an absolute path.</source>
        <translation>El kubeconfig de un clúster debe ser una ruta absoluta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no protection; there are none, confirm, typed-name and read-only.</source>
        <translation>«%1» no es una protección; hay none, confirm, typed-name y read-only.</translation>
    </message>
    <message>
        <source>The list of clusters</source>
        <translation>La lista de clústeres</translation>
    </message>
    <message>
        <source>This is no list of clusters (console.sentinel/v1, KnownClusters).</source>
        <translation>Esto no es una lista de clústeres (console.sentinel/v1, KnownClusters).</translation>
    </message>
    <message>
        <source>A cluster</source>
        <translation>Un clúster</translation>
    </message>
    <message>
        <source>A consent</source>
        <translation>Un consentimiento</translation>
    </message>
    <message>
        <source>Two clusters are called &quot;%1&quot;.</source>
        <translation>Dos clústeres se llaman «%1».</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; names an authority and asks not to verify its certificate: one or the other.</source>
        <translation>El clúster «%1» nombra una autoridad y pide no verificar su certificado: o lo uno o lo otro.</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; asks not to verify its certificate, so anybody between could pass for it. Put its authority into certificate-authority-data, or allow it knowingly: sentinelctl clusters allow &quot;%2&quot;.</source>
        <translation>El clúster «%1» pide no verificar su certificado, así que cualquiera en medio podría hacerse pasar por él. Ponga su autoridad en certificate-authority-data, o permítalo a sabiendas: sentinelctl clusters allow &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; must be a list of texts.</source>
        <translation>«%1» de «%2» debe ser una lista de textos.</translation>
    </message>
    <message>
        <source>The sign-in program of the user &quot;%1&quot; needs interactiveMode: Never, IfAvailable or Always.</source>
        <translation>El programa de inicio de sesión del usuario «%1» necesita interactiveMode: Never, IfAvailable o Always.</translation>
    </message>
    <message>
        <source>interactiveMode must be Never, IfAvailable or Always.</source>
        <translation>interactiveMode debe ser Never, IfAvailable o Always.</translation>
    </message>
    <message>
        <source>&quot;env&quot; must be a list of name and value.</source>
        <translation>«env» debe ser una lista de name y value.</translation>
    </message>
    <message>
        <source>&quot;exec&quot; of &quot;%1&quot; must hold keys and values.</source>
        <translation>«exec» de «%1» debe contener claves y valores.</translation>
    </message>
    <message>
        <source>The sign-in program of the user &quot;%1&quot; has no command.</source>
        <translation>El programa de inicio de sesión del usuario «%1» no tiene ningún comando (command).</translation>
    </message>
    <message>
        <source>The sign-in program of the user &quot;%1&quot; speaks &quot;%2&quot;; understood are client.authentication.k8s.io/v1 and v1beta1.</source>
        <translation>El programa de inicio de sesión del usuario «%1» habla «%2»; se entienden client.authentication.k8s.io/v1 y v1beta1.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; acts with the groups or the id of somebody, but &quot;as&quot; does not say who that is.</source>
        <translation>El usuario «%1» actúa con los grupos o el id de alguien, pero «as» no dice quién es.</translation>
    </message>
    <message>
        <source>The client key of the user &quot;%1&quot; does not belong to its certificate.</source>
        <translation>La clave de cliente del usuario «%1» no corresponde a su certificado.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; has a token and a password; the server can be told one of them.</source>
        <translation>El usuario «%1» tiene un token y una contraseña; al servidor solo se le puede dar uno de los dos.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; has a user name without a password, or a password without a user name.</source>
        <translation>El usuario «%1» tiene un nombre de usuario sin contraseña, o una contraseña sin nombre de usuario.</translation>
    </message>
    <message>
        <source>A user name cannot hold a colon.</source>
        <translation>Un nombre de usuario no puede contener dos puntos.</translation>
    </message>
    <message>
        <source>The log was turned over while the connection was away.</source>
        <translation>El registro se rotó mientras no había conexión.</translation>
    </message>
    <message>
        <source>The end of the run before this one cannot be read: %1</source>
        <translation>No se puede leer el final de la ejecución anterior: %1</translation>
    </message>
    <message>
        <source>The container was started more than once while the connection was away.</source>
        <translation>El contenedor se inició más de una vez mientras no había conexión.</translation>
    </message>
    <message>
        <source>There is another pod of this name now.</source>
        <translation>Ahora hay otro pod con este nombre.</translation>
    </message>
    <message>
        <source>reading the log of Pod %1/%2</source>
        <translation>leer el registro del Pod %1/%2</translation>
    </message>
    <message>
        <source>The kubeconfig signs in with the program %1, which is not there.</source>
        <translation>El kubeconfig inicia sesión con el programa %1, que no existe.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Dice: %1</translation>
    </message>
    <message>
        <source>The kubeconfig wants to run %1 to sign in, which nobody allowed yet (or it has changed since). If you trust it: sentinelctl clusters allow &quot;%2&quot;.</source>
        <translation>El kubeconfig quiere ejecutar %1 para iniciar sesión, lo que nadie ha permitido aún (o ha cambiado desde entonces). Si confía en él: sentinelctl clusters allow &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 could not sign in (exit code %2).</source>
        <translation>%1 no pudo iniciar sesión (código de salida %2).</translation>
    </message>
    <message>
        <source>%1 could not sign in: %2</source>
        <translation>%1 no pudo iniciar sesión: %2</translation>
    </message>
    <message>
        <source>The sign-in program %1 cannot be read, so nobody can say what it is.</source>
        <translation>No se puede leer el programa de inicio de sesión %1, así que nadie puede decir qué es.</translation>
    </message>
    <message>
        <source>%1 must ask its questions on a terminal, and there is none. Sign in on a command line first.</source>
        <translation>%1 debe hacer sus preguntas en una terminal, y no hay ninguna. Inicie sesión antes en una línea de comandos.</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>iniciar sesión</translation>
    </message>
    <message>
        <source>%1 It is asked again in %2.</source>
        <translation>%1 Se le vuelve a preguntar en %2.</translation>
    </message>
    <message>
        <source>The server refuses what %1 gives.</source>
        <translation>El servidor rechaza lo que da %1.</translation>
    </message>
    <message>
        <source>looking for the pods of %1</source>
        <translation>buscar los pods de %1</translation>
    </message>
    <message>
        <source>%1 names no pods of its own.</source>
        <translation>%1 no nombra pods propios.</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 en %3</translation>
    </message>
    <message>
        <source>restarting %1</source>
        <translation>reiniciar %1</translation>
    </message>
    <message>
        <source>Only a Deployment, StatefulSet or DaemonSet can be restarted, not a %1.</source>
        <translation>Solo se puede reiniciar un Deployment, StatefulSet o DaemonSet, no un %1.</translation>
    </message>
    <message>
        <source>The rollout of %1 is paused: a restart would wait for ever. Resume it first.</source>
        <translation>El despliegue de %1 está en pausa: un reinicio esperaría para siempre. Reanúdelo antes.</translation>
    </message>
    <message>
        <source>pausing the rollout of %1</source>
        <translation>pausar el despliegue de %1</translation>
    </message>
    <message>
        <source>resuming the rollout of %1</source>
        <translation>reanudar el despliegue de %1</translation>
    </message>
    <message>
        <source>Only the rollout of a Deployment can be paused, not that of a %1.</source>
        <translation>Solo se puede pausar el despliegue de un Deployment, no el de un %1.</translation>
    </message>
    <message>
        <source>scaling %1</source>
        <translation>escalar %1</translation>
    </message>
    <message>
        <source>There cannot be less than 0 replicas.</source>
        <translation>No puede haber menos de 0 réplicas.</translation>
    </message>
    <message>
        <source>%1 replicas were expected, but %2 are wanted there by now.</source>
        <translation>Se esperaban %1 réplicas, pero ahora se piden %2.</translation>
    </message>
    <message>
        <source>suspending %1</source>
        <translation>suspender %1</translation>
    </message>
    <message>
        <source>letting %1 go on</source>
        <translation>dejar continuar %1</translation>
    </message>
    <message>
        <source>Only a CronJob or Job can be suspended, not a %1.</source>
        <translation>Solo se puede suspender un CronJob o Job, no un %1.</translation>
    </message>
    <message>
        <source>letting pods onto node %1</source>
        <translation>admitir pods en el nodo %1</translation>
    </message>
    <message>
        <source>keeping new pods off node %1</source>
        <translation>no admitir pods nuevos en el nodo %1</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <translation>%1 (de %2)</translation>
    </message>
    <message>
        <source>The name of the proxy %1 is not known to this computer&apos;s name service.</source>
        <translation>El servicio de nombres de este equipo no conoce el nombre del proxy %1.</translation>
    </message>
    <message>
        <source>The proxy %1 gives no way to %2: %3</source>
        <translation>El proxy %1 no da paso a %2: %3</translation>
    </message>
    <message>
        <source>The kubeconfig says something else by now; connecting again.</source>
        <translation>El kubeconfig ya dice otra cosa; conectando de nuevo.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escalar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspender</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cordon</source>
        <translation>Acordonar</translation>
    </message>
    <message>
        <source>Uncordon</source>
        <translation>Desacordonar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Aún sin probar</translation>
    </message>
    <message>
        <source>It stops at: %1</source>
        <translation>Se detiene en: %1</translation>
    </message>
    <message>
        <source>Asking the cluster…</source>
        <translation>Preguntando al clúster…</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>It works, with a warning</source>
        <translation>Funciona, con una advertencia</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>signed in as</comment>
        <translation>como %1</translation>
    </message>
    <message>
        <source>What you press is done at once. For clusters you can throw away.</source>
        <translation>Lo que pulsa se hace al momento. Para clústeres desechables.</translation>
    </message>
    <message>
        <source>What changes or destroys something is confirmed once.</source>
        <translation>Lo que cambia o destruye algo se confirma una vez.</translation>
    </message>
    <message>
        <source>What destroys something is confirmed by typing its name. For production.</source>
        <translation>Lo que destruye algo se confirma escribiendo su nombre. Para producción.</translation>
    </message>
    <message>
        <source>This console writes nothing there, whatever your rights allow.</source>
        <translation>Esta consola no escribe nada en él, permitan lo que permitan sus derechos.</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Verde azulado</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>preguntando</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>works, but</source>
        <translation>funciona, pero</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>no funciona</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>Nothing asked</source>
        <translation>No pregunta</translation>
    </message>
    <message>
        <source>Asks once</source>
        <translation>Pregunta una vez</translation>
    </message>
    <message>
        <source>Asks for the name</source>
        <translation>Pide el nombre</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>what kubectl reads</source>
        <translation>lo que lee kubectl</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a context in a file</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>aún sin probar</translation>
    </message>
    <message>
        <source>stops at: %1</source>
        <translation>se detiene en: %1</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>probando</translation>
    </message>
    <message>
        <source>works, with a warning</source>
        <translation>funciona, con una advertencia</translation>
    </message>
    <message>
        <source>Speak to %1 without verifying who it is?</source>
        <translation>¿Hablar con %1 sin verificar quién es?</translation>
    </message>
    <message>
        <source>Run a program to sign in?</source>
        <translation>¿Ejecutar un programa para iniciar sesión?</translation>
    </message>
    <message>
        <source>Rehearsal cluster</source>
        <translation>Clúster de ensayo</translation>
    </message>
    <message>
        <source>in this program&apos;s memory, nothing of yours</source>
        <translation>en la memoria de este programa, nada suyo</translation>
    </message>
    <message>
        <source>No cluster of yours is known yet</source>
        <translation>Aún no se conoce ningún clúster suyo</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) of yours</source>
        <translation>
            <numerusform>%n clúster suyo</numerusform>
            <numerusform>%n clústeres suyos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clusters, how many of them fail</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached</source>
        <translation>
            <numerusform>%n no responde</numerusform>
            <numerusform>%n no responden</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a cluster first.</source>
        <translation>Elija antes un clúster.</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>Está en uso.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message numerus="yes">
        <source>Add %n cluster(s)</source>
        <translation>
            <numerusform>Añadir %n clúster</numerusform>
            <numerusform>Añadir %n clústeres</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick a context first.</source>
        <translation>Marque antes un contexto.</translation>
    </message>
    <message>
        <source>(folded: fields of %1)</source>
        <translation>(plegado: campos de %1)</translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n more character(s))</source>
        <translation>
            <numerusform>%1… (%n carácter más)</numerusform>
            <numerusform>%1… (%n caracteres más)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is read-only from here. Settings, Clusters says so.</source>
        <translation>%1 es de solo lectura desde aquí. Así lo dice Ajustes, Clústeres.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>Se eliminó.</translation>
    </message>
    <message>
        <source>Something is being done just now.</source>
        <translation>Se está haciendo algo en este momento.</translation>
    </message>
    <message>
        <source>You may not %1.</source>
        <comment>delete pods in shop</comment>
        <translation>Usted no puede: %1.</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Se está leyendo.</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>Ya es %1.</translation>
    </message>
    <message>
        <source>Type %1 first</source>
        <translation>Escriba antes %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Pod web in a namespace</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>Escalar…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>Reiniciar…</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>Ejecutar ahora…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Suspender…</translation>
    </message>
    <message>
        <source>Let it run again…</source>
        <translation>Dejarlo seguir…</translation>
    </message>
    <message>
        <source>Take no new pods…</source>
        <translation>No admitir más pods…</translation>
    </message>
    <message>
        <source>Take pods again…</source>
        <translation>Admitir pods de nuevo…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Scale %1?</source>
        <translation>¿Escalar %1?</translation>
    </message>
    <message>
        <source>Restart %1?</source>
        <translation>¿Reiniciar %1?</translation>
    </message>
    <message>
        <source>Run %1 now?</source>
        <translation>¿Ejecutar %1 ahora?</translation>
    </message>
    <message>
        <source>Suspend %1?</source>
        <translation>¿Suspender %1?</translation>
    </message>
    <message>
        <source>Let %1 run again?</source>
        <translation>¿Dejar seguir %1?</translation>
    </message>
    <message>
        <source>Send no new pods to %1?</source>
        <translation>¿No enviar más pods a %1?</translation>
    </message>
    <message>
        <source>Send pods to %1 again?</source>
        <translation>¿Enviar pods de nuevo a %1?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>Pods are started or ended until that many run. Whoever holds it to a repository or an autoscaler may change it back.</source>
        <translation>Se inician o terminan pods hasta que se ejecuten tantos. Un repositorio o un autoescalador que lo controle puede volver a cambiarlo.</translation>
    </message>
    <message>
        <source>Its pods are replaced a few at a time, as its strategy says; nothing else changes. Who holds it to a repository sees a difference in an annotation.</source>
        <translation>Sus pods se sustituyen poco a poco, según su estrategia; nada más cambia. Quien lo compare con un repositorio verá una diferencia en una anotación.</translation>
    </message>
    <message>
        <source>A Job is made from its template, called %1. The schedule stays as it is.</source>
        <translation>Se crea un Job a partir de su plantilla, llamado %1. La programación queda como está.</translation>
    </message>
    <message>
        <source>Its pods are ended now and started again when it may go on.</source>
        <translation>Sus pods terminan ahora y se inician de nuevo cuando pueda continuar.</translation>
    </message>
    <message>
        <source>It starts no more Jobs until it may again; those that run go on.</source>
        <translation>No inicia más Jobs hasta que pueda de nuevo; los que se ejecutan continúan.</translation>
    </message>
    <message>
        <source>It goes on from now; what was missed meanwhile is not made up for.</source>
        <translation>Continúa desde ahora; lo que no se hizo mientras tanto no se recupera.</translation>
    </message>
    <message>
        <source>Pods that run there stay. New ones go elsewhere, or wait.</source>
        <translation>Los pods que se ejecutan en él se quedan. Los nuevos van a otro sitio o esperan.</translation>
    </message>
    <message>
        <source>New pods may be placed there from now on.</source>
        <translation>Desde ahora pueden colocarse en él pods nuevos.</translation>
    </message>
    <message>
        <source>Where a workload owns it, another takes its place; otherwise it is gone for good.</source>
        <translation>Si pertenece a una carga, otro ocupa su lugar; si no, desaparece para siempre.</translation>
    </message>
    <message>
        <source>Its data may be lost for good, depending on its class. What uses it now keeps it until it ends.</source>
        <translation>Sus datos pueden perderse para siempre, según su clase. Lo que lo usa ahora lo conserva hasta terminar.</translation>
    </message>
    <message>
        <source>Everything in it is deleted with it, volumes and secrets included. There is no way back.</source>
        <translation>Con él se elimina todo lo que contiene, volúmenes y secretos incluidos. No hay vuelta atrás.</translation>
    </message>
    <message>
        <source>The cluster forgets the machine; its pods are started elsewhere.</source>
        <translation>El clúster olvida la máquina; sus pods se inician en otro sitio.</translation>
    </message>
    <message>
        <source>What it owns is deleted with it. There is no way back.</source>
        <translation>Con él se elimina lo que le pertenece. No hay vuelta atrás.</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>Escalar %1 a %2</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Ejecutar %1</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>Suspender %1</translation>
    </message>
    <message>
        <source>Let %1 run</source>
        <translation>Dejar seguir %1</translation>
    </message>
    <message>
        <source>Cordon %1</source>
        <translation>Acordonar %1</translation>
    </message>
    <message>
        <source>Uncordon %1</source>
        <translation>Desacordonar %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>%1 is scaled to %2.</source>
        <translation>%1 se escala a %2.</translation>
    </message>
    <message>
        <source>%1 is restarted.</source>
        <translation>%1 se reinicia.</translation>
    </message>
    <message>
        <source>%1 is run as Job %2.</source>
        <translation>%1 se ejecuta como Job %2.</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1 se suspende.</translation>
    </message>
    <message>
        <source>%1 may run again.</source>
        <translation>%1 puede ejecutarse de nuevo.</translation>
    </message>
    <message>
        <source>%1 takes no new pods.</source>
        <translation>%1 no admite más pods.</translation>
    </message>
    <message>
        <source>%1 takes pods again.</source>
        <translation>%1 admite pods de nuevo.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 se elimina.</translation>
    </message>
    <message>
        <source>Deleting %1 was accepted; it ends as its grace period says.</source>
        <translation>Se aceptó eliminar %1; termina según su período de gracia.</translation>
    </message>
    <message>
        <source>It was deleted; this is how it was last.</source>
        <translation>Se eliminó; así estaba por última vez.</translation>
    </message>
    <message>
        <source>in namespace %1</source>
        <translation>en el namespace %1</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>Access and storage</source>
        <translation>Acceso y almacenamiento</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Custom resources</source>
        <translation>Recursos propios</translation>
    </message>
    <message>
        <source>Volume claims</source>
        <translation>Volúmenes</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Lines may be missing here: %1</source>
        <translation>Aquí pueden faltar líneas: %1</translation>
    </message>
    <message>
        <source>The container began anew (restart %1).</source>
        <translation>El contenedor empezó de nuevo (reinicio %1).</translation>
    </message>
    <message>
        <source>Looking for its pods…</source>
        <translation>Buscando sus pods…</translation>
    </message>
    <message>
        <source>Reading the run before</source>
        <translation>Leyendo la ejecución anterior</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Siguiendo</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Cut off: %1 It goes on by itself.</source>
        <translation>Interrumpido: %1 Continúa por sí solo.</translation>
    </message>
    <message>
        <source>There is no pod behind it just now</source>
        <translation>Ahora mismo no hay ningún pod detrás</translation>
    </message>
    <message>
        <source>That is all of the run before</source>
        <translation>Eso es todo de la ejecución anterior</translation>
    </message>
    <message>
        <source>The container is over</source>
        <translation>El contenedor ha terminado</translation>
    </message>
    <message>
        <source>That is all so far</source>
        <translation>Eso es todo por ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) dropped; the newest %1 are kept.</source>
        <translation>
            <numerusform>%n línea anterior descartada; se conservan las %1 más nuevas.</numerusform>
            <numerusform>%n líneas anteriores descartadas; se conservan las %1 más nuevas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponibles</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Deseados</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Hay</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>IP del clúster</translation>
    </message>
    <message>
        <source>External IP</source>
        <translation>IP externa</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Internal IP</source>
        <translation>IP interna</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinc.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>state not known</source>
        <translation>estado desconocido</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Reading: %1 of %2</source>
        <translation>Leyendo: %1 de %2</translation>
    </message>
    <message>
        <source>Reading: %1 so far</source>
        <translation>Leyendo: %1 hasta ahora</translation>
    </message>
    <message>
        <source>What has come so far is shown; more is on its way.</source>
        <translation>Se muestra lo que ha llegado; falta más por llegar.</translation>
    </message>
    <message>
        <source>Silent since %1</source>
        <translation>En silencio desde %1</translation>
    </message>
    <message>
        <source>The connection stands and the server says nothing. What is shown may be old.</source>
        <translation>La conexión sigue y el servidor no dice nada. Lo mostrado puede ser antiguo.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Changes are shown as they come.</source>
        <translation>Los cambios se muestran según llegan.</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>Sin datos desde %1</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself; what is shown is as it was then.</source>
        <translation>%1 Se reintenta por sí solo; lo mostrado es como estaba entonces.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>What is shown is not kept up to date.</source>
        <translation>Lo mostrado no se mantiene al día.</translation>
    </message>
    <message>
        <source>%1 in all namespaces</source>
        <comment>12 Pods</comment>
        <translation>%1 en todos los namespaces</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>12 Pods in a namespace</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n requiere atención</numerusform>
            <numerusform>%n requieren atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n en camino</numerusform>
            <numerusform>%n en camino</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing needs attention</source>
        <translation>nada requiere atención</translation>
    </message>
    <message>
        <source>%1 shown by the filter</source>
        <translation>el filtro muestra %1</translation>
    </message>
    <message>
        <source>Asking the cluster what it serves…</source>
        <translation>Preguntando al clúster qué ofrece…</translation>
    </message>
    <message>
        <source>The command was stopped.</source>
        <translation>El comando se detuvo.</translation>
    </message>
    <message>
        <source>running %1 in %2</source>
        <translation>ejecutar %1 en %2</translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation>No hay ningún comando que ejecutar.</translation>
    </message>
    <message>
        <source>%1 ended the connection without saying how the command ended.</source>
        <translation>%1 terminó la conexión sin decir cómo terminó el comando.</translation>
    </message>
    <message>
        <source>The server does not say how the command ended.</source>
        <translation>El servidor no dice cómo terminó el comando.</translation>
    </message>
    <message>
        <source>The watch brought something that is no event.</source>
        <translation>El watch trajo algo que no es un evento.</translation>
    </message>
    <message>
        <source>looking for the kind %1</source>
        <translation>buscar la clase %1</translation>
    </message>
    <message>
        <source>The cluster serves no kind &quot;%1&quot;.</source>
        <translation>El clúster no sirve ninguna clase «%1».</translation>
    </message>
    <message>
        <source>Whom the user &quot;%1&quot; acts as has letters that no name has.</source>
        <translation>El nombre con el que actúa el usuario «%1» tiene letras que ningún nombre tiene.</translation>
    </message>
    <message>
        <source>%1 gave an answer that is not whole or no list. Is that the address of a Kubernetes API server?</source>
        <translation>%1 dio una respuesta incompleta o que no es una lista. ¿Es la dirección de un servidor de API de Kubernetes?</translation>
    </message>
    <message>
        <source>forwarding a port to %1</source>
        <translation>reenviar un puerto a %1</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>Detenido a petición.</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 no puede iniciarse.</translation>
    </message>
    <message>
        <source>The port did not stand within %1.</source>
        <translation>El puerto no quedó abierto en el plazo de %1.</translation>
    </message>
    <message>
        <source>kubectl ended without a word.</source>
        <translation>kubectl terminó sin decir nada.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pod or service.</source>
        <translation>«%1» no es un Pod ni un Service.</translation>
    </message>
    <message>
        <source>There is no program %1 on PATH.</source>
        <translation>No hay ningún programa %1 en PATH.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address of a service.</source>
        <translation>«%1» no es la dirección de un servicio.</translation>
    </message>
    <message>
        <source>asking the service %1 in %2</source>
        <translation>preguntar al servicio %1 en %2</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation>Se cortó la conexión con %1: %2</translation>
    </message>
    <message>
        <source>there is no socket.</source>
        <translation>no hay socket.</translation>
    </message>
    <message>
        <source>it does not answer as a WebSocket does.</source>
        <translation>no responde como un WebSocket.</translation>
    </message>
    <message>
        <source>what came is no WebSocket.</source>
        <translation>lo que llegó no es un WebSocket.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 no responde.</translation>
    </message>
    <message>
        <source>nothing has come for a while.</source>
        <translation>no llega nada desde hace un rato.</translation>
    </message>
    <message>
        <source>the other end is gone.</source>
        <translation>el otro extremo ya no está.</translation>
    </message>
    <message>
        <source>--as-uid and --as-group need --as: as whom?</source>
        <translation>--as-uid y --as-group necesitan --as: ¿como quién?</translation>
    </message>
    <message>
        <source>There is no context &quot;%1&quot;.</source>
        <translation>No hay ningún contexto «%1».</translation>
    </message>
    <message>
        <source>Allow it? [y/N]</source>
        <translation>¿Permitirlo? [s/N]</translation>
    </message>
    <message>
        <source>Nothing here needs your consent, or you gave it already.</source>
        <translation>Nada aquí necesita su consentimiento, o ya lo dio.</translation>
    </message>
    <message>
        <source>Say so with --yes.</source>
        <translation>Dígalo con --yes.</translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation>Permitido: %1</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexto</translation>
    </message>
    <message>
        <source>kubeconfig</source>
        <translation>kubeconfig</translation>
    </message>
    <message>
        <source>protection</source>
        <translation>protección</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>as kubectl</source>
        <translation>como kubectl</translation>
    </message>
    <message>
        <source>There is no cluster in your list; &quot;sentinelctl clusters add NAME&quot; adds one.</source>
        <translation>No hay ningún clúster en su lista; «sentinelctl clusters add NAME» añade uno.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>what was found</source>
        <translation>lo encontrado</translation>
    </message>
    <message>
        <source>last</source>
        <translation>último</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>object</source>
        <translation>objeto</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>namespace</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origen</translation>
    </message>
    <message>
        <source>first</source>
        <translation>primero</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>Trying again: %1</source>
        <translation>Nuevo intento: %1</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>La conexión ha vuelto.</translation>
    </message>
    <message>
        <source>What is watched has no end, so it is no document: leave out -o.</source>
        <translation>Lo que se observa no tiene fin, así que no es un documento: omita -o.</translation>
    </message>
    <message>
        <source>Names of events say nothing; -o takes table, wide, json or yaml here.</source>
        <translation>Los nombres de los eventos no dicen nada; -o admite aquí table, wide, json o yaml.</translation>
    </message>
    <message>
        <source>Nothing is told of late.</source>
        <translation>Nada reciente que contar.</translation>
    </message>
    <message>
        <source>Lines are missing here, after %1. %2</source>
        <translation>Faltan líneas aquí, después de %1. %2</translation>
    </message>
    <message>
        <source>The container runs anew (restarts: %1).</source>
        <translation>El contenedor se ejecuta de nuevo (reinicios: %1).</translation>
    </message>
    <message>
        <source>reading the log of Pod %1</source>
        <translation>leer el registro del Pod %1</translation>
    </message>
    <message>
        <source>The pod has no container &quot;%1&quot;; it has %2.</source>
        <translation>El pod no tiene el contenedor «%1»; tiene %2.</translation>
    </message>
    <message>
        <source>The run before this one has ended: --previous cannot be followed.</source>
        <translation>La ejecución anterior ha terminado: --previous no se puede seguir.</translation>
    </message>
    <message>
        <source>A log that is followed has no end, so it is no document: leave out -o.</source>
        <translation>Un registro que se sigue no tiene fin, así que no es un documento: omita -o.</translation>
    </message>
    <message>
        <source>Lines of a log have no names; -o takes table, json or yaml here.</source>
        <translation>Las líneas de un registro no tienen nombres; -o admite aquí table, json o yaml.</translation>
    </message>
    <message>
        <source>Either one container (-c) or all of them (--all-containers).</source>
        <translation>O un contenedor (-c) o todos (--all-containers).</translation>
    </message>
    <message>
        <source>Either --since or --since-time.</source>
        <translation>O --since o --since-time.</translation>
    </message>
    <message>
        <source>--tail takes a number of lines; -1 for all.</source>
        <translation>--tail admite un número de líneas; -1 para todas.</translation>
    </message>
    <message>
        <source>--since: &quot;%1&quot; is no duration, such as 30s or 2m.</source>
        <translation>--since: «%1» no es una duración, como 30s o 2m.</translation>
    </message>
    <message>
        <source>--since-time: &quot;%1&quot; is no time, such as 2026-11-26T12:00:00Z.</source>
        <translation>--since-time: «%1» no es una hora, como 2026-11-26T12:00:00Z.</translation>
    </message>
    <message>
        <source>There are no pods of %1 just now.</source>
        <translation>Ahora mismo no hay pods de %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither the name of a pod nor KIND/NAME.</source>
        <translation>«%1» no es el nombre de un pod ni KIND/NAME.</translation>
    </message>
    <message>
        <source>The certificate of %1 may go unverified.</source>
        <translation>El certificado de %1 puede quedar sin verificar.</translation>
    </message>
    <message>
        <source>The program %1 may be run to sign in.</source>
        <translation>El programa %1 puede ejecutarse para iniciar sesión.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>works, but note</source>
        <translation>correcto, con aviso</translation>
    </message>
    <message>
        <source>Nothing came from %1 for %2, not even a sign of life.</source>
        <translation>No ha llegado nada de %1 durante %2, ni siquiera una señal de vida.</translation>
    </message>
    <message>
        <source>%1 has not begun to answer within %2.</source>
        <translation>%1 no ha empezado a responder en %2.</translation>
    </message>
    <message>
        <source>This document has no apiVersion, kind or name, so Kubernetes refuses it.</source>
        <translation>Este documento no tiene apiVersion, kind o nombre, así que Kubernetes lo rechaza.</translation>
    </message>
    <message>
        <source>Complete it, or keep it where no manifests are.</source>
        <translation>Complételo, o guárdelo donde no haya manifiestos.</translation>
    </message>
    <message>
        <source>writing what the chart makes</source>
        <translation>escribir lo que genera el chart</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>La carpeta de %1 no puede crearse.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>Nothing changes in the cluster.</source>
        <translation>Nada cambia en el clúster.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hacia</translation>
    </message>
    <message>
        <source>%1 (perhaps %2)</source>
        <translation>%1 (quizá %2)</translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings, %3 notes; %4 exempted.</source>
        <translation>%1 errores, %2 avisos, %3 notas; %4 exentos.</translation>
    </message>
    <message>
        <source>Name a bundle, or a folder of manifests with --manifests.</source>
        <translation>Indique un bundle, o una carpeta de manifiestos con --manifests.</translation>
    </message>
    <message>
        <source>Kubernetes &quot;%1&quot; is none of %2.</source>
        <translation>Kubernetes «%1» no es ninguna de estas versiones: %2.</translation>
    </message>
    <message>
        <source>this version&apos;s bundle makes no backups yet; the answers about them only size the space.</source>
        <translation>el paquete de esta versión aún no hace copias de seguridad; las respuestas sobre ellas solo calculan el espacio.</translation>
    </message>
    <message>
        <source>how soon the database comes back is up to your server; this bundle only follows its name.</source>
        <translation>cuándo vuelve la base depende de su servidor; este paquete solo sigue su nombre.</translation>
    </message>
    <message>
        <source>Make sure that %1 leads to the new leader after a failover.</source>
        <translation>Asegúrese de que %1 lleve a la nueva líder tras una conmutación.</translation>
    </message>
    <message>
        <source>the mesh has to be in the cluster before Sentinel, and its gateway has to be part of it.</source>
        <translation>la malla debe estar en el clúster antes que Sentinel, y su puerta de enlace debe formar parte de ella.</translation>
    </message>
    <message>
        <source>Install the mesh first; the ingress controller needs its own sidecar or tunnel.</source>
        <translation>Instale primero la malla; el controlador de ingreso necesita su propio sidecar o túnel.</translation>
    </message>
    <message>
        <source>KEDA has to be in the cluster before Sentinel; without it nothing is scaled and the sync fails.</source>
        <translation>KEDA debe estar en el clúster antes que Sentinel; sin él nada escala y la sincronización falla.</translation>
    </message>
    <message>
        <source>Install KEDA in the namespace %1 first.</source>
        <translation>Instale primero KEDA en el namespace %1.</translation>
    </message>
    <message>
        <source>0.05 + commands/s ÷ 100 000</source>
        <translation>0.05 + órdenes/s ÷ 100 000</translation>
    </message>
    <message>
        <source>planned: passing a command on costs about what Redis needs to run it</source>
        <translation>planificado: pasar una orden cuesta más o menos lo que Redis necesita para ejecutarla</translation>
    </message>
    <message>
        <source>cert-manager starts the pod it selects, and removes it afterwards.</source>
        <translation>cert-manager inicia el pod que selecciona y lo quita después.</translation>
    </message>
    <message>
        <source>checking the bundle</source>
        <translation>comprobar el bundle</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, para %2</translation>
    </message>
    <message>
        <source>Checking what would be installed…</source>
        <translation>Comprobando lo que se instalaría…</translation>
    </message>
    <message>
        <source>It could not be checked</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>1 error must be mended first</source>
        <translation>1 error debe corregirse antes</translation>
    </message>
    <message>
        <source>%1 errors must be mended first</source>
        <translation>%1 errores deben corregirse antes</translation>
    </message>
    <message>
        <source>1 warning is worth a look</source>
        <translation>1 advertencia merece una mirada</translation>
    </message>
    <message>
        <source>%1 warnings are worth a look</source>
        <translation>%1 advertencias merecen una mirada</translation>
    </message>
    <message>
        <source>Nothing wrong in what would be installed</source>
        <translation>Nada mal en lo que se instalaría</translation>
    </message>
    <message>
        <source>Your last answers are being checked; what is shown is from before them.</source>
        <translation>Se comprueban sus últimas respuestas; lo que se muestra es anterior a ellas.</translation>
    </message>
    <message>
        <source>What is shown is from before your last answers.</source>
        <translation>Lo que se muestra es anterior a sus últimas respuestas.</translation>
    </message>
    <message>
        <source>helm makes every object of the chart, and each is held against the rules.</source>
        <translation>helm genera cada objeto del chart y cada uno se contrasta con las reglas.</translation>
    </message>
    <message>
        <source>Mend the problems of the plan first: without a bundle there is nothing to check.</source>
        <translation>Corrija antes los problemas del plan: sin bundle no hay nada que comprobar.</translation>
    </message>
    <message>
        <source>1 object, held against the rules and Kubernetes %2</source>
        <translation>1 objeto, contrastado con las reglas y Kubernetes %2</translation>
    </message>
    <message>
        <source>%1 objects, held against the rules and Kubernetes %2</source>
        <translation>%1 objetos, contrastados con las reglas y Kubernetes %2</translation>
    </message>
    <message>
        <source>Accepted until %1: %2</source>
        <translation>Aceptado hasta el %1: %2</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptados</translation>
    </message>
    <message>
        <source>What is found in any of them is shown; connections are those of %1.</source>
        <translation>Se muestra lo hallado en cualquiera de ellos; las conexiones son las de %1.</translation>
    </message>
    <message>
        <source>What is found in %1 alone is shown.</source>
        <translation>Se muestra solo lo hallado en %1.</translation>
    </message>
    <message>
        <source>Let out by %1, let in by %2.</source>
        <translation>Lo deja salir %1 y lo deja entrar %2.</translation>
    </message>
    <message>
        <source>Let out by %1; no policy holds what comes in.</source>
        <translation>Lo deja salir %1; ninguna política limita lo que entra.</translation>
    </message>
    <message>
        <source>Let in by %1; no policy holds what goes out.</source>
        <translation>Lo deja entrar %1; ninguna política limita lo que sale.</translation>
    </message>
    <message>
        <source>No policy holds either end.</source>
        <translation>Ninguna política limita estos extremos.</translation>
    </message>
    <message>
        <source>Stopped at both ends: on the way out by %1, on the way in by %2.</source>
        <translation>Detenido en ambos extremos: a la salida por %1, a la entrada por %2.</translation>
    </message>
    <message>
        <source>Stopped on the way in by %1.</source>
        <translation>Detenido a la entrada por %1.</translation>
    </message>
    <message>
        <source>Stopped on the way out by %1.</source>
        <translation>Detenido a la salida por %1.</translation>
    </message>
    <message>
        <source>1 connection in %2 is not as wanted</source>
        <translation>1 conexión en %2 fuera de lo previsto</translation>
    </message>
    <message>
        <source>%1 connections in %2 are not as wanted</source>
        <translation>%1 conexiones en %2 fuera de lo previsto</translation>
    </message>
    <message>
        <source>1 workload in %2 is held by no policy</source>
        <translation>Ninguna política limita 1 carga en %2</translation>
    </message>
    <message>
        <source>%1 workloads in %2 are held by no policy</source>
        <translation>Ninguna política limita %1 cargas en %2</translation>
    </message>
    <message>
        <source>All connections in %1 are as wanted</source>
        <translation>Conexiones de %1: como se prevé</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>todos los puertos</translation>
    </message>
    <message>
        <source>outside, as %1</source>
        <translation>fuera, como %1</translation>
    </message>
    <message>
        <source>another pod of %1</source>
        <translation>otro pod de %1</translation>
    </message>
    <message>
        <source>%1 and %2: neither is of Sentinel, so nothing is said of them.</source>
        <translation>%1 y %2: ninguno es de Sentinel, así que nada se dice de ellos.</translation>
    </message>
    <message>
        <source>%1 does not reach %2.</source>
        <translation>%1 no llega a %2.</translation>
    </message>
    <message>
        <source>%1 may reach %2 on %3: network plug-ins do not agree about it.</source>
        <translation>%1 quizá llegue a %2 por %3: los complementos de red no coinciden en esto.</translation>
    </message>
    <message>
        <source>%1 reaches %2 on %3.</source>
        <translation>%1 llega a %2 por %3.</translation>
    </message>
    <message>
        <source>Made by the chart at install; not written.</source>
        <translation>Lo genera el chart al instalar; no se escribe.</translation>
    </message>
    <message>
        <source>is being issued</source>
        <translation>se está emitiendo</translation>
    </message>
    <message>
        <source>is up to date</source>
        <translation>está al día</translation>
    </message>
    <message>
        <source>the last try failed</source>
        <translation>el último intento falló</translation>
    </message>
    <message>
        <source>cert-manager has said nothing yet</source>
        <translation>cert-manager aún no ha dicho nada</translation>
    </message>
    <message>
        <source>is not ready</source>
        <translation>no está listo</translation>
    </message>
    <message>
        <source>was denied by an approval policy</source>
        <translation>lo denegó una política de aprobación</translation>
    </message>
    <message>
        <source>is not valid</source>
        <translation>no es válido</translation>
    </message>
    <message>
        <source>was signed</source>
        <translation>se firmó</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>espera la aprobación</translation>
    </message>
    <message>
        <source>waits for its issuer</source>
        <translation>espera a su emisor</translation>
    </message>
    <message>
        <source>is valid</source>
        <translation>es válido</translation>
    </message>
    <message>
        <source>ran out of time</source>
        <translation>se le agotó el tiempo</translation>
    </message>
    <message>
        <source>could not be completed</source>
        <translation>no pudo completarse</translation>
    </message>
    <message>
        <source>was refused by the ACME server</source>
        <translation>lo rechazó el servidor ACME</translation>
    </message>
    <message>
        <source>is presented and waits to be looked at</source>
        <translation>está presentado y espera a que lo comprueben</translation>
    </message>
    <message>
        <source>is under way</source>
        <translation>está en marcha</translation>
    </message>
    <message>
        <source>%1 (%2 for %3)</source>
        <translation>%1 (%2 para %3)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>no puede leerse</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>is ready</source>
        <translation>está listo</translation>
    </message>
    <message>
        <source>Good until %1.</source>
        <translation>Válido hasta el %1.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Válido.</translation>
    </message>
    <message>
        <source>Ends %1 and should have been renewed by %2.</source>
        <translation>Caduca el %1 y debería haberse renovado a más tardar el %2.</translation>
    </message>
    <message>
        <source>A new one is being issued (%1).</source>
        <translation>Se está emitiendo uno nuevo (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) failed; cert-manager tries again at %1.</source>
        <translation>
            <numerusform>Falló %n intento; próximo intento de cert-manager: %1.</numerusform>
            <numerusform>Fallaron %n intentos; próximo intento de cert-manager: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>a time it does not tell</source>
        <translation>sin hora indicada</translation>
    </message>
    <message>
        <source>Not ready.</source>
        <translation>No está listo.</translation>
    </message>
    <message>
        <source>Not ready: %1</source>
        <translation>No está listo: %1</translation>
    </message>
    <message>
        <source>Expired on %1.</source>
        <translation>Caducó el %1.</translation>
    </message>
    <message>
        <source>cert-manager has said nothing of it yet; is it running?</source>
        <translation>cert-manager aún no ha dicho nada de él; ¿está en marcha?</translation>
    </message>
    <message>
        <source>Renew it; if it stays so, look at what its issuer signs.</source>
        <translation>Renuévelo; si sigue igual, mire qué firma su emisor.</translation>
    </message>
    <message>
        <source>The served certificate is not for %1.</source>
        <translation>El certificado servido no es para %1.</translation>
    </message>
    <message>
        <source>The served key is %1; %2 is asked for.</source>
        <translation>La clave servida es %1; se pide %2.</translation>
    </message>
    <message>
        <source>The Secret holds a certificate until %1, not the one cert-manager tells of (%2).</source>
        <translation>El Secret contiene un certificado válido hasta el %1, no el que indica cert-manager (%2).</translation>
    </message>
    <message>
        <source>Find out who else writes the Secret %1.</source>
        <translation>Averigüe quién más escribe el Secret %1.</translation>
    </message>
    <message>
        <source>It was issued by another CA than %1 has now (%2): changing a CA renews nothing.</source>
        <translation>Lo emitió una CA distinta de la que %1 tiene ahora (%2): cambiar una CA no renueva nada.</translation>
    </message>
    <message>
        <source>Renew it once everyone trusts the new CA.</source>
        <translation>Renuévelo cuando todos confíen en la CA nueva.</translation>
    </message>
    <message>
        <source>Its CA ends on %1, before the certificate does (%2).</source>
        <translation>Su CA caduca el %1, antes que el certificado (%2).</translation>
    </message>
    <message>
        <source>Renew the CA first, then every certificate it signed.</source>
        <translation>Renueve primero la CA y después todos los certificados que firmó.</translation>
    </message>
    <message>
        <source>%1 takes the ca.crt of this Secret for what it trusts, which changes with the CA at once.</source>
        <translation>%1 toma como base de su confianza el ca.crt de este Secret, que cambia al instante con la CA.</translation>
    </message>
    <message>
        <source>Hand out trust by trust-manager, with old and new CA side by side for a while.</source>
        <translation>Distribuya la confianza con trust-manager, con la CA antigua y la nueva juntas durante un tiempo.</translation>
    </message>
    <message>
        <source>The Secret was not looked at.</source>
        <translation>El Secret no se miró.</translation>
    </message>
    <message>
        <source>%1 writes the same Secret %2, so only one of them is ever issued.</source>
        <translation>%1 escribe el mismo Secret %2, así que solo uno de ellos llega a emitirse.</translation>
    </message>
    <message>
        <source>Give each Certificate a Secret of its own.</source>
        <translation>Dé a cada Certificate un Secret propio.</translation>
    </message>
    <message>
        <source>renewing %1</source>
        <translation>renovar %1</translation>
    </message>
    <message>
        <source>%1 is to be issued anew.</source>
        <translation>%1 se va a emitir de nuevo.</translation>
    </message>
    <message>
        <source>It is being issued already; wait for that to end, or look at what holds it up.</source>
        <translation>Ya se está emitiendo; espere a que termine, o mire qué lo retiene.</translation>
    </message>
    <message>
        <source>You may not update certificates/status in %1, which a renewal needs. Ask an administrator for that right; the certificate is as it was.</source>
        <translation>Usted no puede actualizar certificates/status en %1, algo que la renovación necesita. Pida ese derecho a un administrador; el certificado está como estaba.</translation>
    </message>
    <message>
        <source>Others kept writing its status; try again when they are done.</source>
        <translation>Otros no dejaron de escribir su estado; inténtelo de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>Somebody removed the Certificate meanwhile.</source>
        <translation>Alguien quitó el Certificate mientras tanto.</translation>
    </message>
    <message>
        <source>It was asked for and is still being issued.</source>
        <translation>Se pidió y aún se está emitiendo.</translation>
    </message>
    <message>
        <source>The watch ended.</source>
        <translation>El watch terminó.</translation>
    </message>
    <message>
        <source>%1 What holds it up: %2</source>
        <translation>%1 Lo que lo retiene: %2</translation>
    </message>
    <message>
        <source>cert-manager could not issue it; the certificate of before stays. %1</source>
        <translation>cert-manager no pudo emitirlo; queda el certificado anterior. %1</translation>
    </message>
    <message>
        <source>%1 is being issued; the certificate of before serves meanwhile.</source>
        <translation>%1 se está emitiendo; mientras tanto sirve el certificado anterior.</translation>
    </message>
    <message>
        <source>%1 was issued anew, revision %2.</source>
        <translation>%1 se emitió de nuevo, revisión %2.</translation>
    </message>
    <message>
        <source>reading a certificate</source>
        <translation>leer un certificado</translation>
    </message>
    <message>
        <source>It holds no certificate that can be read.</source>
        <translation>No contiene ningún certificado que pueda leerse.</translation>
    </message>
    <message>
        <source>The Secret holds no certificate that can be read.</source>
        <translation>El Secret no contiene ningún certificado que pueda leerse.</translation>
    </message>
    <message>
        <source>Not checked: someone who may get secrets in %1 can look.</source>
        <translation>Sin comprobar: puede mirarlo quien tenga permiso para leer los Secrets de %1.</translation>
    </message>
    <message>
        <source>There is no Secret %1.</source>
        <translation>No existe el Secret %1.</translation>
    </message>
    <message>
        <source>looking for certificates</source>
        <translation>buscar certificados</translation>
    </message>
    <message>
        <source>cert-manager is not installed on this cluster: it knows no Certificate.</source>
        <translation>cert-manager no está instalado en este clúster, que no conoce la clase Certificate.</translation>
    </message>
    <message>
        <source>The %1 are not shown: someone who may list them can look.</source>
        <translation>No se muestran los objetos %1: puede mirarlos quien tenga permiso para listarlos.</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Comprobación previa</translation>
    </message>
    <message>
        <source>preflight, accepted (%1): %2: %3</source>
        <translation>comprobación previa, aceptado (%1): %2: %3</translation>
    </message>
    <message>
        <source>preflight: %1: %2</source>
        <translation>comprobación previa: %1: %2</translation>
    </message>
    <message>
        <source>%1 failed, %2 to look at, %3 not checked, %4 good</source>
        <translation>%1 fallidas, %2 por revisar, %3 sin comprobar, %4 correctas</translation>
    </message>
    <message>
        <source>looking whether the bundle would come up</source>
        <translation>comprobar si el bundle arrancaría</translation>
    </message>
    <message>
        <source>%1: %2 %3 Nothing was changed. Mend it, or accept it with a reason (--override %4=REASON).</source>
        <translation>%1: %2 %3 No se cambió nada. Corríjalo, o acéptelo con un motivo (--override %4=REASON).</translation>
    </message>
    <message>
        <source>be refused by preflight: %1: %2</source>
        <translation>ser rechazado por la comprobación previa: %1: %2</translation>
    </message>
    <message>
        <source>Preflight is good</source>
        <translation>La comprobación previa es correcta</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>omitida: %1</translation>
    </message>
    <message>
        <source>Preflight was left out: %1</source>
        <translation>Se omitió la comprobación previa: %1</translation>
    </message>
    <message>
        <source>looked at before</source>
        <translation>ya se comprobó antes</translation>
    </message>
    <message>
        <source>The ignore rule “%1” is more than a path; what it hides in Argo CD may show here.</source>
        <translation>La regla de exclusión “%1” es más que una ruta; lo que oculta en Argo CD puede aparecer aquí.</translation>
    </message>
    <message>
        <source>%1 of argocd-cm cannot be read.</source>
        <translation>%1 de argocd-cm no puede leerse.</translation>
    </message>
    <message>
        <source>%1 %2, written by %3</source>
        <translation>%1 %2, escrito por %3</translation>
    </message>
    <message>
        <source>The API server refuses %1</source>
        <translation>El servidor de API rechaza %1</translation>
    </message>
    <message>
        <source>Change what it names in the plan, or ask whoever set the policy that refuses it.</source>
        <translation>Cambie en el plan lo que nombra, o pregunte a quien puso la política que lo rechaza.</translation>
    </message>
    <message>
        <source>Not every object could be tried: %1</source>
        <translation>No se pudieron probar todos los objetos: %1</translation>
    </message>
    <message>
        <source>someone who may patch these objects</source>
        <translation>alguien con permiso para aplicar patch a estos objetos</translation>
    </message>
    <message>
        <source>The API server warns: %1</source>
        <translation>El servidor de API advierte: %1</translation>
    </message>
    <message>
        <source>Look whether the warning matters to you; nothing is refused.</source>
        <translation>Mire si la advertencia le importa; no se rechaza nada.</translation>
    </message>
    <message>
        <source>The namespace %1 is not there yet, so nothing in it can be tried.</source>
        <translation>El namespace %1 aún no existe, así que nada de lo que va en él puede probarse.</translation>
    </message>
    <message>
        <source>a preflight after &quot;kubectl create namespace&quot;, with its labels</source>
        <translation>una comprobación previa después de &quot;kubectl create namespace&quot;, con sus etiquetas</translation>
    </message>
    <message>
        <source>%1 objects were tried and none is refused; %2 wait for their namespace.</source>
        <translation>Se probaron %1 objetos y no se rechaza ninguno; %2 esperan su namespace.</translation>
    </message>
    <message numerus="yes">
        <source>All %n object(s) were tried with a dry run; none is refused.</source>
        <translation>
            <numerusform>Se probó %n objeto, el único, con un dry run; no se rechaza.</numerusform>
            <numerusform>Se probaron los %n objetos con un dry run; no se rechaza ninguno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are written by others: %1.</source>
        <translation>
            <numerusform>Otros escriben %n campo: %1.</numerusform>
            <numerusform>Otros escriben %n campos: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let whoever writes them let go, or make the plan say the same.</source>
        <translation>Haga que quien los escribe deje de hacerlo, o que el plan diga lo mismo.</translation>
    </message>
    <message>
        <source>Nobody else writes a field of these objects.</source>
        <translation>Nadie más escribe ningún campo de estos objetos.</translation>
    </message>
    <message>
        <source>%1: %2 free, %3 needed</source>
        <translation>%1: %2 libres, %3 necesarios</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take pods of Sentinel: %1.</source>
        <translation>
            <numerusform>%n nodo admite pods de Sentinel: %1.</numerusform>
            <numerusform>%n nodos admiten pods de Sentinel: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add nodes, free what others ask for, or lower the load in the plan: %1 missing.</source>
        <translation>Añada nodos, libere lo que otros solicitan o reduzca la carga en el plan: falta %1.</translation>
    </message>
    <message>
        <source>%1: %2 and %3 free</source>
        <translation>%1: %2 y %3 libres</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pods find no place (%4)</source>
        <translation>%1: %2 de %3 pods no encuentran lugar (%4)</translation>
    </message>
    <message numerus="yes">
        <source>All %n pod(s) find a node by their own rules (selectors, taints, anti-affinity, spread).</source>
        <translation>
            <numerusform>%n pod, el único, encuentra nodo según sus propias reglas (selectores, taints, antiafinidad, reparto).</numerusform>
            <numerusform>Los %n pods encuentran nodo según sus propias reglas (selectores, taints, antiafinidad, reparto).</numerusform>
        </translation>
    </message>
    <message>
        <source>Add nodes that take these pods, or ask for less in the plan (availability.level, load).</source>
        <translation>Añada nodos que admitan estos pods, o pida menos en el plan (availability.level, load).</translation>
    </message>
    <message>
        <source>%1: %2 of %3 left</source>
        <translation>%1: quedan %2 de %3</translation>
    </message>
    <message>
        <source>without %1: %2</source>
        <translation>sin %1: %2</translation>
    </message>
    <message>
        <source>without %1: %2 until another node is there</source>
        <translation>sin %1: %2 hasta que haya otro nodo</translation>
    </message>
    <message>
        <source>Add a node, or ask for less in the plan.</source>
        <translation>Añada un nodo, o pida menos en el plan.</translation>
    </message>
    <message>
        <source>Sentinel would stop: %1.</source>
        <translation>Sentinel se detendría: %1.</translation>
    </message>
    <message>
        <source>Sentinel would stop: %1. The plan accepts that.</source>
        <translation>Sentinel se detendría: %1. El plan lo acepta.</translation>
    </message>
    <message>
        <source>Some pods would wait for room: %1.</source>
        <translation>Algunos pods esperarían a que haya sitio: %1.</translation>
    </message>
    <message>
        <source>Everything goes on; copies that must not meet wait for another node: %1.</source>
        <translation>Todo continúa; las copias que no deben coincidir esperan otro nodo: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Every pod finds another place, whichever is lost (%n tried).</source>
        <translation>
            <numerusform>Cada pod encuentra otro lugar ante cualquier pérdida (%n probada).</numerusform>
            <numerusform>Cada pod encuentra otro lugar ante cualquier pérdida (%n probadas).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nodes are in %n zone(s) by their labels, so none can be lost.</source>
        <translation>
            <numerusform>Según sus etiquetas, los nodos están en %n zona, así que no puede perderse ninguna.</numerusform>
            <numerusform>Según sus etiquetas, los nodos están en %n zonas, así que no puede perderse ninguna.</numerusform>
        </translation>
    </message>
    <message>
        <source>Label the nodes with topology.kubernetes.io/zone, or let the plan survive a node only.</source>
        <translation>Etiquete los nodos con topology.kubernetes.io/zone, o haga que el plan resista solo la pérdida de un nodo.</translation>
    </message>
    <message>
        <source>pods in every namespace</source>
        <translation>pods en todos los namespaces</translation>
    </message>
    <message>
        <source>Not every pod has a place to begin with.</source>
        <translation>Ya de entrada, no todos los pods tienen lugar.</translation>
    </message>
    <message>
        <source>a preflight once there is room</source>
        <translation>una comprobación previa cuando haya sitio</translation>
    </message>
    <message>
        <source>The bundle brings no Argo CD objects for %1: its plan says delivery.method: helm. Change the plan and generate again, or look with --via helm.</source>
        <translation>El bundle no trae objetos de Argo CD para %1: su plan dice delivery.method: helm. Cambie el plan y genere de nuevo, o compruebe con --via helm.</translation>
    </message>
    <message>
        <source>%1 holds no sentinel-plan.yaml, so it is no bundle.</source>
        <translation>%1 no contiene sentinel-plan.yaml, así que no es un bundle.</translation>
    </message>
    <message>
        <source>The rehearsal cluster has none of its own and stands in for it.</source>
        <translation>El clúster de ensayo no tiene nada propio de este tipo y hace sus veces.</translation>
    </message>
    <message>
        <source>a preflight on the real cluster</source>
        <translation>una comprobación previa en el clúster real</translation>
    </message>
    <message>
        <source>The ingress class %1 is there (%2).</source>
        <translation>La clase de ingress %1 existe (%2).</translation>
    </message>
    <message>
        <source>The cluster has no ingress class &quot;%1&quot;; it has: %2.</source>
        <translation>El clúster no tiene la clase de ingress &quot;%1&quot;; tiene: %2.</translation>
    </message>
    <message>
        <source>Install the controller of that class, or name one that is there in the plan.</source>
        <translation>Instale el controlador de esa clase, o indique en el plan una que exista.</translation>
    </message>
    <message>
        <source>The Gateway API is not installed.</source>
        <translation>La Gateway API no está instalada.</translation>
    </message>
    <message>
        <source>Install the Gateway API and a controller, or choose ingress in the plan (network.exposure).</source>
        <translation>Instale la Gateway API y un controlador, o elija ingress en el plan (network.exposure).</translation>
    </message>
    <message>
        <source>There is no Gateway %1 in %2; the cluster has: %3.</source>
        <translation>No hay ningún Gateway %1 en %2; el clúster tiene: %3.</translation>
    </message>
    <message>
        <source>Make the Gateway, or name one that is there in the plan.</source>
        <translation>Cree el Gateway, o indique en el plan uno que exista.</translation>
    </message>
    <message>
        <source>The Gateway %1 in %2 is not programmed: %3</source>
        <translation>El Gateway %1 en %2 no está programado: %3</translation>
    </message>
    <message>
        <source>nothing is said</source>
        <translation>no dice nada</translation>
    </message>
    <message>
        <source>Ask its controller why; its class is %1.</source>
        <translation>Averigüe el motivo en su controlador; su clase es %1.</translation>
    </message>
    <message>
        <source>The Gateway %1 in %2 is programmed.</source>
        <translation>El Gateway %1 en %2 está programado.</translation>
    </message>
    <message>
        <source>The Gateway %1 in %2 has no listener &quot;%3&quot;.</source>
        <translation>El Gateway %1 en %2 no tiene el listener &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>Name one of its listeners in the plan.</source>
        <translation>Indique en el plan uno de sus listeners.</translation>
    </message>
    <message>
        <source>The %1 %2 is ready.</source>
        <translation>El %1 %2 está listo.</translation>
    </message>
    <message>
        <source>The %1 %2 is there and not ready: %3</source>
        <translation>El %1 %2 existe y no está listo: %3</translation>
    </message>
    <message>
        <source>Mend it, or the certificate stays pending.</source>
        <translation>Arréglelo, o el certificado seguirá pendiente.</translation>
    </message>
    <message>
        <source>The bundle brings the %1 %2.</source>
        <translation>El bundle trae el %1 %2.</translation>
    </message>
    <message>
        <source>There is no %1 %2, and the bundle brings none.</source>
        <translation>No existe el %1 %2, y el bundle no lo trae.</translation>
    </message>
    <message>
        <source>Make it first, or choose another kind of certificate in the plan.</source>
        <translation>Créelo antes, o elija otra clase de certificado en el plan.</translation>
    </message>
    <message>
        <source>whoever runs the network of the cluster, or a test pod: a policy that denies all must stop it</source>
        <translation>quien administra la red del clúster, o un pod de prueba: una política que lo niega todo debe detenerlo</translation>
    </message>
    <message>
        <source>The network plug-in is %1, which ignores network policies.</source>
        <translation>El complemento de red es %1, que no hace caso de las políticas de red.</translation>
    </message>
    <message>
        <source>Add one that enforces them (such as Calico&apos;s policy part), or switch the policies off in the plan knowing that every pod reaches every other.</source>
        <translation>Añada uno que las aplique (como la parte de políticas de Calico), o desactive las políticas en el plan a sabiendas de que cada pod alcanza a todos los demás.</translation>
    </message>
    <message>
        <source>%1 runs, which enforces network policies.</source>
        <translation>Está en marcha %1, que aplica las políticas de red.</translation>
    </message>
    <message>
        <source>No network plug-in known to enforce policies was recognised.</source>
        <translation>No se reconoció ningún complemento de red del que se sepa que aplica las políticas.</translation>
    </message>
    <message>
        <source>Helm release %1</source>
        <translation>release de Helm %1</translation>
    </message>
    <message>
        <source>nobody it names</source>
        <translation>alguien a quien no nombra</translation>
    </message>
    <message>
        <source>%1/%2 belongs to %3</source>
        <translation>%1/%2 pertenece a %3</translation>
    </message>
    <message>
        <source>Names Sentinel needs in %1 are taken: %2.</source>
        <translation>Los nombres que Sentinel necesita en %1 están ocupados: %2.</translation>
    </message>
    <message>
        <source>Remove them, or install into another environment&apos;s namespace.</source>
        <translation>Quítelos, o instale en el namespace de otro entorno.</translation>
    </message>
    <message>
        <source>Sentinel runs in %1; this deploy goes on from it.</source>
        <translation>Sentinel corre en %1; este despliegue continúa desde ahí.</translation>
    </message>
    <message>
        <source>Nothing of another installation is in %1.</source>
        <translation>No hay nada de otra instalación en %1.</translation>
    </message>
    <message>
        <source>someone with a login for the registries (&quot;skopeo inspect docker://IMAGE&quot;), or the first pull</source>
        <translation>alguien con acceso a los registros (&quot;skopeo inspect docker://IMAGE&quot;), o la primera descarga</translation>
    </message>
    <message numerus="yes">
        <source>All %n image(s) lie on nodes of the cluster already.</source>
        <translation>
            <numerusform>La imagen necesaria (%n) ya está en nodos del clúster.</numerusform>
            <numerusform>Las %n imágenes ya están en nodos del clúster.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images lie on no node yet; whether the nodes can pull them is not known.</source>
        <translation>%1 de %2 imágenes aún no están en ningún nodo; no se sabe si los nodos pueden descargarlas.</translation>
    </message>
    <message>
        <source>Push it, or mirror what images/images.txt of the bundle lists; then look again.</source>
        <translation>Súbala, o replique lo que enumera images/images.txt del bundle; después compruebe de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>The registries have all %n image(s).</source>
        <translation>
            <numerusform>Los registros tienen la imagen necesaria (%n).</numerusform>
            <numerusform>Los registros tienen las %n imágenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The API server does not say what time it has.</source>
        <translation>El servidor de la API no dice qué hora tiene.</translation>
    </message>
    <message>
        <source>someone on the control plane</source>
        <translation>alguien del plano de control</translation>
    </message>
    <message>
        <source>The clocks of the API server and of this machine agree.</source>
        <translation>Los relojes del servidor de la API y de esta máquina coinciden.</translation>
    </message>
    <message>
        <source>The clock of the API server is %1 s ahead of this machine&apos;s.</source>
        <translation>El reloj del servidor de la API va %1 s por delante del de esta máquina.</translation>
    </message>
    <message>
        <source>The clock of the API server is %1 s behind this machine&apos;s.</source>
        <translation>El reloj del servidor de la API va %1 s por detrás del de esta máquina.</translation>
    </message>
    <message>
        <source>Let both follow the same time servers (chrony, systemd-timesyncd).</source>
        <translation>Haga que ambos sigan los mismos servidores de hora (chrony, systemd-timesyncd).</translation>
    </message>
    <message>
        <source>Nobody asked for the address of %1.</source>
        <translation>Nadie preguntó por la dirección de %1.</translation>
    </message>
    <message>
        <source>&quot;sentinelctl preflight&quot;</source>
        <translation>&quot;sentinelctl preflight&quot;</translation>
    </message>
    <message>
        <source>%1 is %2 from here.</source>
        <translation>Desde aquí, %1 se resuelve como %2.</translation>
    </message>
    <message>
        <source>%1 has no address from here: %2</source>
        <translation>Desde aquí, %1 no tiene dirección: %2</translation>
    </message>
    <message>
        <source>Make the DNS record as soon as the Ingress has an address: the certificate waits for it.</source>
        <translation>Cree el registro DNS en cuanto el Ingress tenga una dirección: el certificado lo espera.</translation>
    </message>
    <message>
        <source>Make the DNS record once the way in has an address.</source>
        <translation>Cree el registro DNS cuando la entrada tenga una dirección.</translation>
    </message>
    <message>
        <source>%1: %2 asked, %3 left of %4</source>
        <translation>%1: se pide %2, queda %3 de %4</translation>
    </message>
    <message>
        <source>What is installed fits into the quota %1.</source>
        <translation>Lo que se instala cabe en la cuota %1.</translation>
    </message>
    <message>
        <source>The quota %1 does not let everything in: %2.</source>
        <translation>La cuota %1 no deja entrar todo: %2.</translation>
    </message>
    <message>
        <source>Ask whoever manages the namespace for a larger quota, or lower the load in the plan.</source>
        <translation>Pida una cuota mayor a quien administra el namespace, o baje la carga en el plan.</translation>
    </message>
    <message>
        <source>limit of %1 %2, %3 allowed</source>
        <translation>límite de %1 de %2, se permite %3</translation>
    </message>
    <message>
        <source>request of %1 %2, at least %3 wanted</source>
        <translation>solicitud de %1 de %2, se exige al menos %3</translation>
    </message>
    <message>
        <source>limit of %1 more than %2 times its request</source>
        <translation>límite de %1 mayor que %2 veces su solicitud</translation>
    </message>
    <message>
        <source>%1, container %2: %3</source>
        <translation>%1, contenedor %2: %3</translation>
    </message>
    <message>
        <source>Every container is inside the limit range %1.</source>
        <translation>Todos los contenedores están dentro del rango de límites %1.</translation>
    </message>
    <message>
        <source>The limit range %1 refuses pods: %2.</source>
        <translation>El rango de límites %1 rechaza pods: %2.</translation>
    </message>
    <message>
        <source>Ask whoever manages the namespace to widen it, or change the load in the plan.</source>
        <translation>Pida a quien administra el namespace que lo amplíe, o cambie la carga en el plan.</translation>
    </message>
    <message>
        <source>No Pod Security level is set, so nothing is refused by it.</source>
        <translation>No hay ningún nivel de Pod Security definido, así que no rechaza nada.</translation>
    </message>
    <message>
        <source>The level %1 of %2 admits every pod.</source>
        <translation>El nivel %1 de %2 admite todos los pods.</translation>
    </message>
    <message>
        <source>The level %1 of %2 refuses pods: %3.</source>
        <translation>El nivel %1 de %2 rechaza pods: %3.</translation>
    </message>
    <message>
        <source>Set the level the plan asks for on the namespace, or the plan to what the namespace allows.</source>
        <translation>Ponga en el namespace el nivel que pide el plan, o en el plan lo que permite el namespace.</translation>
    </message>
    <message>
        <source>No quota stands in %1.</source>
        <translation>En %1 no hay ninguna cuota.</translation>
    </message>
    <message>
        <source>No limit range stands in %1.</source>
        <translation>En %1 no hay ningún rango de límites.</translation>
    </message>
    <message>
        <source>is cordoned</source>
        <translation>está acordonado</translation>
    </message>
    <message>
        <source>has a taint nothing tolerates (%1)</source>
        <translation>tiene un taint que nada tolera (%1)</translation>
    </message>
    <message>
        <source>lacks the label %1=%2</source>
        <translation>no tiene la etiqueta %1=%2</translation>
    </message>
    <message>
        <source>is not one its node affinity allows</source>
        <translation>no es de los que permite su afinidad de nodos</translation>
    </message>
    <message>
        <source>is lost</source>
        <translation>está perdido</translation>
    </message>
    <message>
        <source>has too little %1 free</source>
        <translation>tiene muy poco libre de %1</translation>
    </message>
    <message>
        <source>has one of its kind already</source>
        <translation>ya tiene uno de su clase</translation>
    </message>
    <message>
        <source>would hold more of its kind than its spread allows</source>
        <translation>tendría más de su clase de los que permite su reparto</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s): %1</source>
        <translation>
            <numerusform>%n nodo: %1</numerusform>
            <numerusform>%n nodos, cada uno: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 núcleos</translation>
    </message>
    <message>
        <source>%1 of container %2</source>
        <translation>%1 del contenedor %2</translation>
    </message>
    <message>
        <source>the hostPath volume %1</source>
        <translation>el volumen hostPath %1</translation>
    </message>
    <message>
        <source>the capability %1</source>
        <translation>la capability %1</translation>
    </message>
    <message>
        <source>the volume %1 of type %2</source>
        <translation>el volumen %1 de tipo %2</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a deploy.</source>
        <translation>Nada impide un despliegue.</translation>
    </message>
    <message>
        <source>A deploy would be refused: a check failed and nobody took it upon himself.</source>
        <translation>Se rechazaría un despliegue: una comprobación falló y nadie asumió la responsabilidad.</translation>
    </message>
    <message>
        <source>Preflight of %1, environment %2, on %3</source>
        <translation>Comprobación previa de %1, entorno %2, en %3</translation>
    </message>
    <message>
        <source>context %1 (%2), Kubernetes %3, namespace %4, by %5, %6</source>
        <translation>contexto %1 (%2), Kubernetes %3, namespace %4, mediante %5, %6</translation>
    </message>
    <message>
        <source>Why it matters:</source>
        <translation>Por qué importa:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>Qué hacer:</translation>
    </message>
    <message>
        <source>Who can check:</source>
        <translation>Quién puede comprobarlo:</translation>
    </message>
    <message>
        <source>Answer of the plan:</source>
        <translation>Respuesta del plan:</translation>
    </message>
    <message>
        <source>Accepted, because:</source>
        <translation>Aceptado porque:</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>look</source>
        <translation>revisar</translation>
    </message>
    <message>
        <source>Ask an administrator of the cluster for the rights listed, in %1 and for what lives in no namespace.</source>
        <translation>Pida a un administrador del clúster los derechos indicados, en %1 y para lo que no vive en ningún namespace.</translation>
    </message>
    <message>
        <source>You may do everything on this cluster.</source>
        <translation>Usted puede hacer de todo en este clúster.</translation>
    </message>
    <message numerus="yes">
        <source>You may not %1 (%n of the rights the deploy needs missing).</source>
        <translation>
            <numerusform>Usted no puede: %1 (falta %n de los derechos que necesita el despliegue).</numerusform>
            <numerusform>Usted no puede: %1 (faltan %n de los derechos que necesita el despliegue).</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not say whether you may %1.</source>
        <translation>El servidor no dijo si usted puede: %1.</translation>
    </message>
    <message>
        <source>an administrator of the cluster (&quot;kubectl auth can-i --as YOU&quot;)</source>
        <translation>un administrador del clúster (&quot;kubectl auth can-i --as YOU&quot;)</translation>
    </message>
    <message numerus="yes">
        <source>You have all %n right(s) the deploy needs.</source>
        <translation>
            <numerusform>Usted tiene el derecho (%n) que necesita el despliegue.</numerusform>
            <numerusform>Usted tiene los %n derechos que necesita el despliegue.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kubernetes version</source>
        <translation>Versión de Kubernetes</translation>
    </message>
    <message>
        <source>The bundle uses API versions of the Kubernetes its plan names.</source>
        <translation>El bundle usa versiones de API del Kubernetes que nombra su plan.</translation>
    </message>
    <message>
        <source>Kinds the bundle needs</source>
        <translation>Clases que necesita el bundle</translation>
    </message>
    <message>
        <source>An object of a kind the cluster does not serve cannot be made.</source>
        <translation>No se puede crear un objeto de una clase que el clúster no ofrece.</translation>
    </message>
    <message>
        <source>Argo CD brings the bundle onto the cluster and keeps it there.</source>
        <translation>Argo CD lleva el bundle al clúster y lo mantiene allí.</translation>
    </message>
    <message>
        <source>cert-manager</source>
        <translation>cert-manager</translation>
    </message>
    <message>
        <source>It issues and renews the certificates of Sentinel.</source>
        <translation>Emite y renueva los certificados de Sentinel.</translation>
    </message>
    <message>
        <source>Issuer of the certificate</source>
        <translation>Emisor del certificado</translation>
    </message>
    <message>
        <source>Without it the certificate stays pending and no browser can connect.</source>
        <translation>Sin él, el certificado queda pendiente y ningún navegador puede conectarse.</translation>
    </message>
    <message>
        <source>KEDA</source>
        <translation>KEDA</translation>
    </message>
    <message>
        <source>It scales the workers with the queue.</source>
        <translation>Escala los workers según la cola.</translation>
    </message>
    <message>
        <source>Prometheus operator</source>
        <translation>Operador de Prometheus</translation>
    </message>
    <message>
        <source>It reads the rules and monitors the bundle brings.</source>
        <translation>Lee las reglas y los monitores que trae el bundle.</translation>
    </message>
    <message>
        <source>Ingress class</source>
        <translation>Clase de Ingress</translation>
    </message>
    <message>
        <source>Its controller lets people in; without it nobody reaches Sentinel.</source>
        <translation>Su controlador deja entrar a los usuarios; sin él nadie llega a Sentinel.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>The Gateway lets people in; without it nobody reaches Sentinel.</source>
        <translation>El Gateway deja entrar a los usuarios; sin él nadie llega a Sentinel.</translation>
    </message>
    <message>
        <source>Network policies are enforced</source>
        <translation>Las políticas de red se aplican</translation>
    </message>
    <message>
        <source>A network plug-in that ignores them leaves every database open to every pod.</source>
        <translation>Un complemento de red que las ignora deja cada base de datos abierta a todos los pods.</translation>
    </message>
    <message>
        <source>A deploy that lacks a right stops half-way with objects left behind.</source>
        <translation>Un despliegue al que le falta un derecho se detiene a medias y deja objetos atrás.</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Cuota</translation>
    </message>
    <message>
        <source>Pods over a quota are refused, and their workload waits without a pod.</source>
        <translation>Los pods que exceden una cuota se rechazan, y su carga espera sin pod.</translation>
    </message>
    <message>
        <source>Limit range</source>
        <translation>Rango de límites</translation>
    </message>
    <message>
        <source>Pods outside a limit range are refused one by one.</source>
        <translation>Los pods fuera de un rango de límites se rechazan uno por uno.</translation>
    </message>
    <message>
        <source>Pod Security level</source>
        <translation>Nivel de Pod Security</translation>
    </message>
    <message>
        <source>A namespace admits only the pods its level allows.</source>
        <translation>Un namespace admite solo los pods que permite su nivel.</translation>
    </message>
    <message>
        <source>Existing installation</source>
        <translation>Instalación existente</translation>
    </message>
    <message>
        <source>One namespace holds one Sentinel, since its Service names are fixed.</source>
        <translation>Un namespace contiene un solo Sentinel, porque los nombres de sus Services son fijos.</translation>
    </message>
    <message>
        <source>Fields of others</source>
        <translation>Campos ajenos</translation>
    </message>
    <message>
        <source>What two tools write is undone by one of them again and again.</source>
        <translation>Lo que escriben dos herramientas, una de ellas lo deshace una y otra vez.</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>Admisión</translation>
    </message>
    <message>
        <source>The API server and its webhooks have the last word on each object.</source>
        <translation>El servidor de la API y sus webhooks tienen la última palabra sobre cada objeto.</translation>
    </message>
    <message>
        <source>Free capacity</source>
        <translation>Capacidad libre</translation>
    </message>
    <message>
        <source>Pods that ask for more than is free stay pending.</source>
        <translation>Los pods que piden más de lo que hay libre quedan pendientes.</translation>
    </message>
    <message>
        <source>A place for every pod</source>
        <translation>Un sitio para cada pod</translation>
    </message>
    <message>
        <source>Room in total is not enough: each pod needs one node that takes it by its rules.</source>
        <translation>No basta con que haya sitio en total: cada pod necesita un nodo que lo acepte según sus reglas.</translation>
    </message>
    <message>
        <source>One node lost</source>
        <translation>Un nodo perdido</translation>
    </message>
    <message>
        <source>What ran on a lost node has to find room on the others.</source>
        <translation>Lo que corría en un nodo perdido tiene que encontrar sitio en los demás.</translation>
    </message>
    <message>
        <source>One zone lost</source>
        <translation>Una zona perdida</translation>
    </message>
    <message>
        <source>What ran in a lost zone has to find room in the others.</source>
        <translation>Lo que corría en una zona perdida tiene que encontrar sitio en las demás.</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Clase de almacenamiento</translation>
    </message>
    <message>
        <source>A volume of a class that is not there is never made.</source>
        <translation>Un volumen de una clase que no existe nunca se crea.</translation>
    </message>
    <message>
        <source>Volumes can grow</source>
        <translation>Los volúmenes pueden crecer</translation>
    </message>
    <message>
        <source>A full volume of a class that cannot grow means moving the data by hand.</source>
        <translation>Un volumen lleno de una clase que no puede crecer obliga a mover los datos a mano.</translation>
    </message>
    <message>
        <source>Volumes are made where the pod is</source>
        <translation>Los volúmenes se crean donde está el pod</translation>
    </message>
    <message>
        <source>A volume made at once may lie in a zone where its pod finds no room.</source>
        <translation>Un volumen creado de inmediato puede quedar en una zona donde su pod no encuentra sitio.</translation>
    </message>
    <message>
        <source>Speed of the storage</source>
        <translation>Velocidad del almacenamiento</translation>
    </message>
    <message>
        <source>A database on slow disks falls behind the load the plan names.</source>
        <translation>Una base de datos en discos lentos no da abasto con la carga que nombra el plan.</translation>
    </message>
    <message>
        <source>A pod whose image cannot be pulled never starts.</source>
        <translation>Un pod cuya imagen no puede descargarse nunca arranca.</translation>
    </message>
    <message>
        <source>Name of the installation</source>
        <translation>Nombre de la instalación</translation>
    </message>
    <message>
        <source>Browsers, certificates and clients find Sentinel by its name.</source>
        <translation>Navegadores, certificados y clientes encuentran Sentinel por su nombre.</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Relojes</translation>
    </message>
    <message>
        <source>Tokens, certificates and replication refuse clocks that differ.</source>
        <translation>Los tokens, los certificados y la replicación no admiten relojes que difieran.</translation>
    </message>
    <message>
        <source>asking for the server&apos;s time</source>
        <translation>preguntar la hora del servidor</translation>
    </message>
    <message>
        <source>The server does not date its reviews.</source>
        <translation>El servidor no pone fecha a sus respuestas.</translation>
    </message>
    <message>
        <source>someone who may %1 %2</source>
        <translation>alguien con el derecho %1 %2</translation>
    </message>
    <message>
        <source>The %1 of the cluster cannot be read: %2</source>
        <translation>No se puede leer %1 del clúster: %2</translation>
    </message>
    <message>
        <source>The plan leaves the storage class to the cluster, which has no default; it has: %1.</source>
        <translation>El plan deja la clase de almacenamiento al clúster, que no tiene ninguna predeterminada; tiene: %1.</translation>
    </message>
    <message>
        <source>Mark one as the default, or name one in the plan.</source>
        <translation>Marque una como predeterminada, o nombre una en el plan.</translation>
    </message>
    <message>
        <source>The cluster has no storage class &quot;%1&quot;; it has: %2.</source>
        <translation>El clúster no tiene la clase de almacenamiento &quot;%1&quot;; tiene: %2.</translation>
    </message>
    <message>
        <source>Make it, or name one that is there in the plan.</source>
        <translation>Créela, o nombre en el plan una que exista.</translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s), %1 in all, are asked from %2 (%3).</source>
        <translation>
            <numerusform>Se pide %n volumen, %1 en total, a %2 (%3).</numerusform>
            <numerusform>Se piden %n volúmenes, %1 en total, a %2 (%3).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: %3 × %4</source>
        <translation>%1 %2: %3 × %4</translation>
    </message>
    <message>
        <source>Volumes of %1 can grow.</source>
        <translation>Los volúmenes de %1 pueden crecer.</translation>
    </message>
    <message>
        <source>Volumes of %1 cannot grow (allowVolumeExpansion).</source>
        <translation>Los volúmenes de %1 no pueden crecer (allowVolumeExpansion).</translation>
    </message>
    <message>
        <source>Choose a class that can, or make the volumes large enough for years (storage.databaseVolume).</source>
        <translation>Elija una clase que pueda, o haga los volúmenes lo bastante grandes para años (storage.databaseVolume).</translation>
    </message>
    <message>
        <source>Volumes of %1 are made where their pod runs.</source>
        <translation>Los volúmenes de %1 se crean donde corre su pod.</translation>
    </message>
    <message>
        <source>Volumes of %1 are made at once, before their pod has a node, in one of %2 zones.</source>
        <translation>Los volúmenes de %1 se crean de inmediato, antes de que su pod tenga un nodo, en una de %2 zonas.</translation>
    </message>
    <message>
        <source>Use a class with volumeBindingMode: WaitForFirstConsumer.</source>
        <translation>Use una clase con volumeBindingMode: WaitForFirstConsumer.</translation>
    </message>
    <message>
        <source>Volumes of %1 are made at once; with one zone that does no harm.</source>
        <translation>Los volúmenes de %1 se crean de inmediato; con una sola zona eso no perjudica.</translation>
    </message>
    <message>
        <source>%1 needs %2 operations a second; the class %3 does not say what it gives.</source>
        <translation>%1 necesita %2 operaciones por segundo; la clase %3 no dice cuántas da.</translation>
    </message>
    <message>
        <source>whoever runs the storage, or a test with fio on a volume of this class</source>
        <translation>quien administra el almacenamiento, o una prueba con fio en un volumen de esta clase</translation>
    </message>
    <message>
        <source>%1 needs %2 operations a second; %3 gives %4.</source>
        <translation>%1 necesita %2 operaciones por segundo; %3 da %4.</translation>
    </message>
    <message>
        <source>Choose a faster class for the database (storage.databaseClass).</source>
        <translation>Elija una clase más rápida para la base de datos (storage.databaseClass).</translation>
    </message>
    <message>
        <source>The rehearsal cluster makes volumes of any class (%1).</source>
        <translation>El clúster de ensayo crea volúmenes de cualquier clase (%1).</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1; 1.34 or later is needed.</source>
        <translation>El clúster corre Kubernetes %1; se necesita 1.34 o posterior.</translation>
    </message>
    <message>
        <source>Upgrade the cluster first.</source>
        <translation>Actualice antes el clúster.</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1, older than the %2 the plan was made for.</source>
        <translation>El clúster corre Kubernetes %1, anterior al %2 para el que se hizo el plan.</translation>
    </message>
    <message>
        <source>Set the plan to %1 and generate again, or upgrade the cluster.</source>
        <translation>Ponga el plan en %1 y genere de nuevo, o actualice el clúster.</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1, newer than 1.37, up to which this program is tried.</source>
        <translation>El clúster corre Kubernetes %1, posterior a 1.37, la última versión con la que se ha probado este programa.</translation>
    </message>
    <message>
        <source>Rehearse the deploy on a test cluster of this version.</source>
        <translation>Ensaye el despliegue en un clúster de pruebas de esta versión.</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1; the plan says %2.</source>
        <translation>El clúster corre Kubernetes %1; el plan dice %2.</translation>
    </message>
    <message>
        <source>Set the plan to %1 and generate again, so that the findings are about this version.</source>
        <translation>Ponga el plan en %1 y genere de nuevo, para que los hallazgos sean sobre esta versión.</translation>
    </message>
    <message>
        <source>The cluster runs Kubernetes %1, as the plan says.</source>
        <translation>El clúster corre Kubernetes %1, como dice el plan.</translation>
    </message>
    <message>
        <source>The cluster serves every kind the bundle holds.</source>
        <translation>El clúster ofrece todas las clases que contiene el bundle.</translation>
    </message>
    <message>
        <source>The cluster does not serve %1.</source>
        <translation>El clúster no ofrece %1.</translation>
    </message>
    <message>
        <source>Install what brings them, or choose another way in the plan.</source>
        <translation>Instale lo que las trae, o elija otra vía en el plan.</translation>
    </message>
    <message>
        <source>%1 is not installed: the cluster knows no %2.</source>
        <translation>%1 no está instalado: el clúster no conoce %2.</translation>
    </message>
    <message>
        <source>Install %1 first, or %2.</source>
        <translation>Instale antes %1, o %2.</translation>
    </message>
    <message>
        <source>%1 is installed; nothing readable says which version.</source>
        <translation>%1 está instalado; nada legible dice qué versión es.</translation>
    </message>
    <message>
        <source>whoever installed %1</source>
        <translation>quien instaló %1</translation>
    </message>
    <message>
        <source>%1 %2 is installed; %3 or later is needed.</source>
        <translation>%1 %2 está instalado; se necesita %3 o posterior.</translation>
    </message>
    <message>
        <source>Upgrade %1.</source>
        <translation>Actualice %1.</translation>
    </message>
    <message>
        <source>%1 %2 is installed.</source>
        <translation>%1 %2 está instalado.</translation>
    </message>
    <message>
        <source>deploy --via helm</source>
        <translation>despliegue con --via helm</translation>
    </message>
    <message>
        <source>3.1 or later</source>
        <translation>3.1 o posterior</translation>
    </message>
    <message>
        <source>older than 3.1</source>
        <translation>anterior a la 3.1</translation>
    </message>
    <message>
        <source>Argo CD, %1 by its definitions, is installed; the plan says %2.</source>
        <translation>Argo CD, %1 según sus definiciones, está instalado; el plan dice %2.</translation>
    </message>
    <message>
        <source>Set the plan to the version that runs and generate again.</source>
        <translation>Ponga en el plan la versión que se ejecuta y genere de nuevo.</translation>
    </message>
    <message>
        <source>Argo CD %1 is installed; the plan says %2.</source>
        <translation>Argo CD %1 está instalado; el plan dice %2.</translation>
    </message>
    <message>
        <source>Set the plan to %1.%2 and generate again.</source>
        <translation>Ponga el plan en %1.%2 y genere de nuevo.</translation>
    </message>
    <message>
        <source>choose an existing Secret in the plan (network.tls)</source>
        <translation>elija en el plan un Secret existente (network.tls)</translation>
    </message>
    <message>
        <source>let Kubernetes scale (load.scaler: hpa)</source>
        <translation>deje que Kubernetes escale (load.scaler: hpa)</translation>
    </message>
    <message>
        <source>the Prometheus operator</source>
        <translation>el operador de Prometheus</translation>
    </message>
    <message>
        <source>let the bundle bring Prometheus (observability.prometheus: bundled)</source>
        <translation>deje que el bundle traiga Prometheus (observability.prometheus: bundled)</translation>
    </message>
    <message>
        <source>rolling %1 back</source>
        <translation>revertir %1</translation>
    </message>
    <message>
        <source>An operation of %1 runs, and Argo CD would lose ours without a word. Wait until it is over, or let it be ended first with --end-running.</source>
        <translation>Hay en curso una operación de %1, y Argo CD perdería la nuestra sin avisar. Espere a que termine, o haga que se termine antes con --end-running.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Others kept writing to the Application; try again when they are done.</source>
        <translation>Otros no dejaron de escribir en la Application; inténtelo de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>waits for the operation to end</source>
        <translation>espera a que termine la operación</translation>
    </message>
    <message>
        <source>The version to go back to has left the history of the Application meanwhile.</source>
        <translation>Entretanto, la versión a la que volver ha salido del historial de la Application.</translation>
    </message>
    <message>
        <source>Others kept writing to the owner of the Application; try again.</source>
        <translation>Otros no dejaron de escribir en el propietario de la Application; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>auto-sync of %1 is paused</source>
        <translation>la sincronización automática de %1 queda en pausa</translation>
    </message>
    <message>
        <source>the operation that runs is ended</source>
        <translation>se termina la operación en curso</translation>
    </message>
    <message>
        <source>the owner of %1 leaves its auto-sync alone</source>
        <translation>el propietario de %1 no toca su sincronización automática</translation>
    </message>
    <message>
        <source>rollback of %1, with hooks</source>
        <translation>reversión de %1, con hooks</translation>
    </message>
    <message>
        <source>rollback of %1</source>
        <translation>reversión de %1</translation>
    </message>
    <message>
        <source>Somebody else&apos;s operation took the place of ours. Look at the Application and try again.</source>
        <translation>La operación de otra persona ocupó el lugar de la nuestra. Mire la Application e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Argo CD cannot read that version: %1</source>
        <translation>Argo CD no puede leer esa versión: %1</translation>
    </message>
    <message>
        <source>Argo CD did not get there: %1</source>
        <translation>Argo CD no llegó hasta ahí: %1</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1 está en %2</translation>
    </message>
    <message>
        <source>healthy %1</source>
        <translation>sana durante %1</translation>
    </message>
    <message>
        <source>was healthy</source>
        <translation>estuvo sana</translation>
    </message>
    <message>
        <source>did not become healthy</source>
        <translation>no llegó a estar sana</translation>
    </message>
    <message>
        <source>rolled back after %1</source>
        <translation>revertida al cabo de %1</translation>
    </message>
    <message>
        <source>was rolled back</source>
        <translation>fue revertida</translation>
    </message>
    <message>
        <source>in use for %1, health unknown</source>
        <translation>en uso durante %1, salud desconocida</translation>
    </message>
    <message>
        <source>health unknown</source>
        <translation>salud desconocida</translation>
    </message>
    <message>
        <source>its sync is not through</source>
        <translation>su sincronización no ha terminado</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for the version to go back to</source>
        <translation>buscar la versión a la que volver</translation>
    </message>
    <message>
        <source>There is no history to go back in.</source>
        <translation>No hay historial al que volver.</translation>
    </message>
    <message>
        <source>%1 is what is deployed now.</source>
        <translation>%1 es lo que está desplegado ahora.</translation>
    </message>
    <message>
        <source>No migration of the database between the two: schema %1 in both.</source>
        <translation>No hay ninguna migración de la base de datos entre ambas: esquema %1 en las dos.</translation>
    </message>
    <message>
        <source>The database is at schema %1; the older version would bring it to %2.</source>
        <translation>La base de datos está en el esquema %1; la versión anterior la llevaría al %2.</translation>
    </message>
    <message>
        <source>Whether %1 can read schema %2</source>
        <translation>Si %1 puede leer el esquema %2</translation>
    </message>
    <message>
        <source>the older version</source>
        <translation>la versión anterior</translation>
    </message>
    <message>
        <source>The newer version does not say which versions can.</source>
        <translation>La versión más nueva no dice qué versiones pueden.</translation>
    </message>
    <message>
        <source>An earlier run saw the database at schema %1, which only %2 and later can read; %3 cannot.</source>
        <translation>Una ejecución previa vio la base de datos en el esquema %1, que solo pueden leer %2 y posteriores; %3 no puede.</translation>
    </message>
    <message>
        <source>Accept only when a backup from before that migration was restored since.</source>
        <translation>Acéptelo solo si después se restauró una copia de seguridad anterior a esa migración.</translation>
    </message>
    <message>
        <source>The database is at schema %1, which only %2 and later can read; %3 cannot. Going back does not take the migration back.</source>
        <translation>La base de datos está en el esquema %1, que solo pueden leer %2 y posteriores; %3 no puede. Volver atrás no deshace la migración.</translation>
    </message>
    <message>
        <source>Choose %1 or later, or restore the backup from before the migration together with the older version.</source>
        <translation>Elija %1 o posterior, o restaure la copia de seguridad anterior a la migración junto con la versión anterior.</translation>
    </message>
    <message>
        <source>Data written by the newer version can be read by %1: schema %2 needs %3 or later.</source>
        <translation>%1 puede leer los datos escritos por la versión más nueva: el esquema %2 necesita %3 o posterior.</translation>
    </message>
    <message>
        <source>Whether its certificates are valid</source>
        <translation>Si sus certificados son válidos</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Caducó el %1.</translation>
    </message>
    <message>
        <source>It is not issued just now.</source>
        <translation>En este momento no está emitido.</translation>
    </message>
    <message>
        <source>Whether each %1 it refers to is there</source>
        <translation>Si existe cada %1 al que hace referencia</translation>
    </message>
    <message>
        <source>The older version refers to it, and it is not there (any more).</source>
        <translation>La versión anterior le hace referencia, y no existe (o ya no).</translation>
    </message>
    <message>
        <source>Make it again with the value the older version needs; its pods do not start without.</source>
        <translation>Créelo de nuevo con el valor que necesita la versión anterior; sin él, sus pods no arrancan.</translation>
    </message>
    <message>
        <source>Can the older version read the data</source>
        <translation>¿Puede la versión anterior leer los datos?</translation>
    </message>
    <message>
        <source>The schema of the database</source>
        <translation>El esquema de la base de datos</translation>
    </message>
    <message>
        <source>A migration to schema %1 began and is not through, so part of it may have been done.</source>
        <translation>Una migración al esquema %1 empezó y no ha terminado, así que puede haberse hecho una parte.</translation>
    </message>
    <message>
        <source>Look at the log of the migration&apos;s Job. Each step is a transaction of its own; those that ended stay.</source>
        <translation>Mire el registro del Job de la migración. Cada paso es una transacción propia; los que terminaron se conservan.</translation>
    </message>
    <message>
        <source>No completed migration carries the marker console.sentinel/schema-version.</source>
        <translation>Ninguna migración completada lleva la marca console.sentinel/schema-version.</translation>
    </message>
    <message>
        <source>Ask whoever knows the product whether the older version reads what the newer one wrote.</source>
        <translation>Pregunte a quien conozca el producto si la versión anterior lee lo que escribió la más nueva.</translation>
    </message>
    <message>
        <source>The schema the older version knows</source>
        <translation>El esquema que conoce la versión anterior</translation>
    </message>
    <message>
        <source>Its migration carries no marker.</source>
        <translation>Su migración no lleva ninguna marca.</translation>
    </message>
    <message>
        <source>Compare the two versions&apos; migrations by hand.</source>
        <translation>Compare a mano las migraciones de las dos versiones.</translation>
    </message>
    <message>
        <source>Can its images be had</source>
        <translation>¿Se pueden obtener sus imágenes?</translation>
    </message>
    <message>
        <source>Its images</source>
        <translation>Sus imágenes</translation>
    </message>
    <message>
        <source>The older version runs no pods.</source>
        <translation>La versión anterior no ejecuta pods.</translation>
    </message>
    <message numerus="yes">
        <source>All %n image(s) run here or lie on a node.</source>
        <translation>
            <numerusform>La imagen necesaria (%n) se ejecuta aquí o está en un nodo.</numerusform>
            <numerusform>Las %n imágenes se ejecutan aquí o están en un nodo.</numerusform>
        </translation>
    </message>
    <message>
        <source>No node has it and no pod runs it; whether the registry still has it is not known.</source>
        <translation>Ningún nodo la tiene y ningún pod la ejecuta; no se sabe si el registro aún la tiene.</translation>
    </message>
    <message>
        <source>Pull it once by hand, or look in the registry.</source>
        <translation>Descárguela una vez a mano, o mire en el registro.</translation>
    </message>
    <message>
        <source>Secrets, settings and certificates it needs</source>
        <translation>Secrets, ajustes y certificados que necesita</translation>
    </message>
    <message>
        <source>What the older version refers to</source>
        <translation>A qué hace referencia la versión anterior</translation>
    </message>
    <message>
        <source>The older version refers to no Secret and no ConfigMap beside its own.</source>
        <translation>La versión anterior no hace referencia a ningún Secret ni ConfigMap aparte de los suyos.</translation>
    </message>
    <message>
        <source>Values of Secrets do not go back: passwords changed since then stay changed.</source>
        <translation>Los valores de los Secrets no vuelven atrás: las contraseñas cambiadas desde entonces siguen cambiadas.</translation>
    </message>
    <message>
        <source>A backup, should data have to go back too</source>
        <translation>Una copia de seguridad, por si también los datos tienen que volver atrás</translation>
    </message>
    <message>
        <source>The newest backup is from %1.</source>
        <translation>La copia de seguridad más reciente es del %1.</translation>
    </message>
    <message>
        <source>The newest backup is %1 old.</source>
        <translation>La copia de seguridad más reciente tiene una antigüedad de %1.</translation>
    </message>
    <message>
        <source>Make one before going back.</source>
        <translation>Haga una antes de volver atrás.</translation>
    </message>
    <message>
        <source>The older version reads the data as it is and nothing that holds data goes.</source>
        <translation>La versión anterior lee los datos tal como están y no desaparece nada que contenga datos.</translation>
    </message>
    <message>
        <source>Whether there is a fresh backup</source>
        <translation>Si hay una copia de seguridad reciente</translation>
    </message>
    <message>
        <source>No VolumeSnapshot and no backup job of this namespace says when one was made.</source>
        <translation>Ningún VolumeSnapshot ni job de copia de seguridad de este namespace dice cuándo se hizo una.</translation>
    </message>
    <message>
        <source>Make sure that there is one from before the newer version.</source>
        <translation>Asegúrese de que haya una de antes de la versión más nueva.</translation>
    </message>
    <message>
        <source>An operation of %1 is running: %2</source>
        <translation>Hay en curso una operación de %1: %2</translation>
    </message>
    <message>
        <source>it has not said anything yet.</source>
        <translation>aún no ha dicho nada.</translation>
    </message>
    <message>
        <source>It is ended first.</source>
        <translation>Se termina antes.</translation>
    </message>
    <message>
        <source>Wait until it is over, or let it be ended first with --end-running.</source>
        <translation>Espere a que termine, o haga que se termine antes con --end-running.</translation>
    </message>
    <message>
        <source>The Application is being deleted.</source>
        <translation>La Application se está eliminando.</translation>
    </message>
    <message>
        <source>Let it go and deploy anew, or find out what holds its finalizers.</source>
        <translation>Deje que desaparezca y despliegue de nuevo, o averigüe qué retiene sus finalizers.</translation>
    </message>
    <message>
        <source>Argo CD does nothing with this Application as it is written now: %1</source>
        <translation>Argo CD no hace nada con esta Application tal como está escrita ahora: %1</translation>
    </message>
    <message>
        <source>Mend its spec or its project first; no operation is taken while this stands.</source>
        <translation>Arregle antes su spec o su proyecto; mientras siga así no se acepta ninguna operación.</translation>
    </message>
    <message>
        <source>Argo CD cannot compare the present revision (%1); the older one is rendered anew for the rollback.</source>
        <translation>Argo CD no puede comparar la revisión actual (%1); para la reversión se renderiza de nuevo la anterior.</translation>
    </message>
    <message>
        <source>Sync windows of the project</source>
        <translation>Ventanas de sincronización del proyecto</translation>
    </message>
    <message>
        <source>Ask whoever runs Argo CD, or get the right to read AppProjects.</source>
        <translation>Pregunte a quien lleva Argo CD, u obtenga el derecho de leer AppProjects.</translation>
    </message>
    <message>
        <source>Wait for the window, or let it allow syncs by hand (manualSync: true).</source>
        <translation>Espere a la ventana, o haga que permita sincronizaciones a mano (manualSync: true).</translation>
    </message>
    <message>
        <source>Whether another helm is at work</source>
        <translation>Si otro helm está trabajando</translation>
    </message>
    <message>
        <source>Revision %1 is %2: a helm was killed, or is still at it.</source>
        <translation>La revisión %1 está en %2: un helm fue interrumpido, o sigue en ello.</translation>
    </message>
    <message>
        <source>It began %1 ago, so nobody is; the rollback frees the release.</source>
        <translation>Empezó hace %1, así que ya nadie sigue en ello; la reversión libera la release.</translation>
    </message>
    <message>
        <source>Make sure that no other helm is running for this release; the rollback then frees it.</source>
        <translation>Asegúrese de que ningún otro helm esté trabajando en esta release; entonces la reversión la libera.</translation>
    </message>
    <message>
        <source>Whether the owner of this Application leaves the pause of auto-sync alone</source>
        <translation>Si el propietario de esta Application no toca la pausa de la sincronización automática</translation>
    </message>
    <message>
        <source>Look at its ignoreApplicationDifferences, or roll back with --via git.</source>
        <translation>Mire su ignoreApplicationDifferences, o revierta con --via git.</translation>
    </message>
    <message>
        <source>With that %1 comes back.</source>
        <translation>Con eso vuelve %1.</translation>
    </message>
    <message>
        <source>It is told to leave the pause alone first.</source>
        <translation>Antes se le indica que no toque la pausa.</translation>
    </message>
    <message>
        <source>Let it be told to leave the pause alone with --add-pointer (one patch, shown with -o wide), or revert in Git with --via git.</source>
        <translation>Haga que se le indique no tocar la pausa con --add-pointer (un patch, que se muestra con -o wide), o revierta en Git con --via git.</translation>
    </message>
    <message>
        <source>Which version</source>
        <translation>Qué versión</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>fecha desconocida</translation>
    </message>
    <message numerus="yes">
        <source>From %1 to %2 (%3), deployed %4 by %5, %n version(s) back.</source>
        <translation>
            <numerusform>De %1 a %2 (%3), desplegada por %5 (%4), %n versión atrás.</numerusform>
            <numerusform>De %1 a %2 (%3), desplegada por %5 (%4), %n versiones atrás.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is what is deployed now.</source>
        <translation>Es lo que está desplegado ahora.</translation>
    </message>
    <message>
        <source>Choose an older one.</source>
        <translation>Elija una anterior.</translation>
    </message>
    <message>
        <source>This version did not become healthy when it was deployed.</source>
        <translation>Esta versión no llegó a estar sana cuando se desplegó.</translation>
    </message>
    <message>
        <source>Choose one that was healthy, or accept this when you know why it failed.</source>
        <translation>Elija una que estuviera sana, o acepte esta si sabe por qué falló.</translation>
    </message>
    <message>
        <source>Somebody went back from this version: %1.</source>
        <translation>Alguien ya volvió atrás desde esta versión: %1.</translation>
    </message>
    <message>
        <source>Find out why before going to it.</source>
        <translation>Averigüe por qué antes de volver a ella.</translation>
    </message>
    <message>
        <source>Whether this version was ever healthy is not known (%1).</source>
        <translation>No se sabe si esta versión estuvo sana alguna vez (%1).</translation>
    </message>
    <message>
        <source>Deploys by this console write it down; accept when you know that it ran well.</source>
        <translation>Los despliegues de esta consola lo anotan; acéptelo si sabe que funcionó bien.</translation>
    </message>
    <message>
        <source>May you do it</source>
        <translation>¿Puede usted hacerlo?</translation>
    </message>
    <message>
        <source>You may not %1.</source>
        <translation>Usted no puede: %1.</translation>
    </message>
    <message>
        <source>Ask whoever runs the cluster for that right.</source>
        <translation>Pida ese derecho a quien lleva el clúster.</translation>
    </message>
    <message>
        <source>Whether you may %1</source>
        <translation>Si usted puede: %1</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>Sus derechos</translation>
    </message>
    <message>
        <source>Is anything else at work</source>
        <translation>¿Hay algo más en marcha?</translation>
    </message>
    <message>
        <source>How long it lasts</source>
        <translation>Cuánto dura</translation>
    </message>
    <message>
        <source>A hydrator writes what this Application syncs; its next commit is the newer version again.</source>
        <translation>Un hydrator escribe lo que sincroniza esta Application; su próximo commit vuelve a ser la versión más nueva.</translation>
    </message>
    <message>
        <source>Revert in the dry source too.</source>
        <translation>Revierta también en la fuente dry.</translation>
    </message>
    <message>
        <source>It lasts until auto-sync is turned on again or somebody syncs: Git still says %1.</source>
        <translation>Dura hasta que se vuelva a activar la sincronización automática o alguien sincronice: Git aún dice %1.</translation>
    </message>
    <message>
        <source>It lasts until somebody syncs: Git still says %1.</source>
        <translation>Dura hasta que alguien sincronice: Git aún dice %1.</translation>
    </message>
    <message>
        <source>It lasts until the next deploy or upgrade of the release.</source>
        <translation>Dura hasta el próximo despliegue o actualización de la release.</translation>
    </message>
    <message>
        <source>It lasts: Git says the older version, until somebody commits another.</source>
        <translation>Perdura: Git dice la versión anterior, hasta que alguien haga commit de otra.</translation>
    </message>
    <message>
        <source>No node has room for one more of its pods (%1, %2) beside those that run.</source>
        <translation>Ningún nodo tiene sitio para uno más de sus pods (%1, %2) junto a los que corren.</translation>
    </message>
    <message>
        <source>Make room, or the roll back waits until a pod of the newer version is gone.</source>
        <translation>Haga sitio, o la reversión esperará hasta que desaparezca un pod de la versión más nueva.</translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s) are rolled one pod after another.</source>
        <translation>
            <numerusform>Se renueva %n carga, un pod tras otro.</numerusform>
            <numerusform>Se renuevan %n cargas, un pod tras otro.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether enough pods are up</source>
        <translation>Si hay suficientes pods en funcionamiento</translation>
    </message>
    <message>
        <source>%1 of %2 pods that its disruption budget wants are up; rolling does not wait for more.</source>
        <translation>Funcionan %1 de los %2 pods que exige su PodDisruptionBudget; la renovación no espera a más.</translation>
    </message>
    <message>
        <source>Which hooks the older version has</source>
        <translation>Qué hooks tiene la versión anterior</translation>
    </message>
    <message>
        <source>The older version has no hooks.</source>
        <translation>La versión anterior no tiene hooks.</translation>
    </message>
    <message>
        <source>The older version&apos;s hooks run again.</source>
        <translation>Los hooks de la versión anterior se ejecutan otra vez.</translation>
    </message>
    <message>
        <source>Make sure that they bear a database that is newer than they know.</source>
        <translation>Asegúrese de que toleren una base de datos más nueva de lo que conocen.</translation>
    </message>
    <message>
        <source>Hooks do not run: %1.</source>
        <translation>Los hooks no se ejecutan: %1.</translation>
    </message>
    <message>
        <source>Room while it rolls</source>
        <translation>Sitio durante la renovación</translation>
    </message>
    <message>
        <source>How much room it takes</source>
        <translation>Cuánto sitio ocupa</translation>
    </message>
    <message>
        <source>Whether the nodes have room for a pod more</source>
        <translation>Si los nodos tienen sitio para un pod más</translation>
    </message>
    <message>
        <source>Hooks, and what stays of the newer version</source>
        <translation>Hooks, y qué queda de la versión más nueva</translation>
    </message>
    <message>
        <source>Only hooks of the older version for rollbacks run (pre-rollback, post-rollback).</source>
        <translation>Solo se ejecutan los hooks de la versión anterior para reversiones (pre-rollback, post-rollback).</translation>
    </message>
    <message>
        <source>A sync runs the hooks of the reverted version.</source>
        <translation>Una sincronización ejecuta los hooks de la versión revertida.</translation>
    </message>
    <message>
        <source>What only the newer version has goes: %1.</source>
        <translation>Lo que solo tiene la versión más nueva desaparece: %1.</translation>
    </message>
    <message>
        <source>What only the newer version has stays and goes on acting.</source>
        <translation>Lo que solo tiene la versión más nueva se queda y sigue actuando.</translation>
    </message>
    <message>
        <source>Roll back with --prune to remove it, or accept that it stays.</source>
        <translation>Revierta con --prune para quitarlo, o acepte que se quede.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>The older version wants %1, the claim has %2; a claim cannot shrink.</source>
        <translation>La versión anterior pide %1, el claim tiene %2; un claim no puede encogerse.</translation>
    </message>
    <message>
        <source>Keep the present size in the older version&apos;s values, or choose a version that has it.</source>
        <translation>Conserve el tamaño actual en los values de la versión anterior, o elija una versión que lo tenga.</translation>
    </message>
    <message>
        <source>The older version wants the storage class %1, the claim has %2.</source>
        <translation>La versión anterior pide la clase de almacenamiento %1, el claim tiene %2.</translation>
    </message>
    <message>
        <source>A claim cannot move to another class; its data must be copied by hand.</source>
        <translation>Un claim no puede pasar a otra clase; sus datos deben copiarse a mano.</translation>
    </message>
    <message>
        <source>The older version has a claim that the StatefulSet has not; its claims cannot change.</source>
        <translation>La versión anterior tiene un claim que el StatefulSet no tiene; sus claims no pueden cambiar.</translation>
    </message>
    <message>
        <source>Delete the StatefulSet without its pods (--cascade=orphan) first; its data stays.</source>
        <translation>Elimine antes el StatefulSet sin sus pods (--cascade=orphan); sus datos se quedan.</translation>
    </message>
    <message>
        <source>The older version wants larger claims than the StatefulSet was made with; that cannot change.</source>
        <translation>La versión anterior pide claims mayores que aquellos con los que se creó el StatefulSet; eso no puede cambiar.</translation>
    </message>
    <message>
        <source>The older version has no such claim, and the StatefulSet cannot lose one.</source>
        <translation>La versión anterior no tiene ese claim, y el StatefulSet no puede perder ninguno.</translation>
    </message>
    <message>
        <source>What changes and what goes</source>
        <translation>Qué cambia y qué desaparece</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Look at both versions by hand, or choose one whose files can be read.</source>
        <translation>Mire las dos versiones a mano, o elija una cuyos archivos puedan leerse.</translation>
    </message>
    <message>
        <source>%1 change (%2 lines), %3 come back, %4 are only in the newer version.</source>
        <translation>Cambian: %1 (%2 líneas); vuelven: %3; solo en la versión más nueva: %4.</translation>
    </message>
    <message>
        <source>It would be deleted, and what it holds with it.</source>
        <translation>Se eliminaría, junto con lo que contiene.</translation>
    </message>
    <message>
        <source>Keep it with the annotation helm.sh/resource-policy: keep, or take it out of the release first.</source>
        <translation>Consérvelo con la anotación helm.sh/resource-policy: keep, o sáquelo antes de la release.</translation>
    </message>
    <message>
        <source>Roll back without --prune; it then stays until you remove it by hand.</source>
        <translation>Revierta sin --prune; entonces se queda hasta que lo elimine a mano.</translation>
    </message>
    <message>
        <source>Would the server take it</source>
        <translation>Si el servidor la aceptaría</translation>
    </message>
    <message>
        <source>Whether the server would take the older version</source>
        <translation>Si el servidor aceptaría la versión anterior</translation>
    </message>
    <message>
        <source>Its objects live on another cluster than the one this context names.</source>
        <translation>Sus objetos están en un clúster distinto del que nombra este contexto.</translation>
    </message>
    <message>
        <source>The rollback would fail here half-way; mend this first or choose another version.</source>
        <translation>La reversión fallaría aquí a medio camino; corrija esto antes o elija otra versión.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) asked with a server-side dry run.</source>
        <translation>
            <numerusform>Se consultó %n objeto con una simulación (dry run) en el servidor.</numerusform>
            <numerusform>Se consultaron %n objetos con una simulación (dry run) en el servidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kinds it needs</source>
        <translation>Clases que necesita</translation>
    </message>
    <message>
        <source>Which kinds the older version needs</source>
        <translation>Qué clases necesita la versión anterior</translation>
    </message>
    <message>
        <source>The cluster serves no %1 of %2 (any more).</source>
        <translation>El clúster no sirve (o ya no sirve) %1 de %2.</translation>
    </message>
    <message>
        <source>Install what brings it, or choose a version that does without.</source>
        <translation>Instale lo que la trae, o elija una versión que no la necesite.</translation>
    </message>
    <message>
        <source>Which versions of its kinds are stored</source>
        <translation>Qué versiones de sus clases están almacenadas</translation>
    </message>
    <message>
        <source>Objects are stored as %1, which the older version does not know.</source>
        <translation>Hay objetos almacenados como %1, que la versión anterior no conoce.</translation>
    </message>
    <message>
        <source>Migrate the stored objects first, or leave the definition as it is.</source>
        <translation>Migre antes los objetos almacenados, o deje la definición como está.</translation>
    </message>
    <message>
        <source>Numbers of pods</source>
        <translation>Números de pods</translation>
    </message>
    <message>
        <source>Whether the older version changes numbers of pods that something else sets</source>
        <translation>Si la versión anterior cambia números de pods que fija otra cosa</translation>
    </message>
    <message>
        <source>%1 %2 runs %3 pods of it; the older version says %4, so there are fewer until it scales again.</source>
        <translation>%1 %2 mantiene %3 pods de este objeto; la versión anterior dice %4, así que habrá menos hasta que vuelva a escalar.</translation>
    </message>
    <message>
        <source>It goes from %1 to %2 pods.</source>
        <translation>Pasa de %1 a %2 pods.</translation>
    </message>
    <message>
        <source>Accept when fewer pods bear the load of today.</source>
        <translation>Acéptelo si menos pods soportan la carga de hoy.</translation>
    </message>
    <message>
        <source>The older version sets no number of pods.</source>
        <translation>La versión anterior no fija ningún número de pods.</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volúmenes</translation>
    </message>
    <message>
        <source>Whether the volumes fit</source>
        <translation>Si los volúmenes encajan</translation>
    </message>
    <message>
        <source>The older version has no volumes of its own here.</source>
        <translation>La versión anterior no tiene aquí volúmenes propios.</translation>
    </message>
    <message>
        <source>reading what a version holds</source>
        <translation>leer lo que contiene una versión</translation>
    </message>
    <message>
        <source>It holds no objects.</source>
        <translation>No contiene ningún objeto.</translation>
    </message>
    <message>
        <source>The cluster serves no AppProjects.</source>
        <translation>El clúster no sirve AppProjects.</translation>
    </message>
    <message>
        <source>The cluster serves no such kind.</source>
        <translation>El clúster no sirve esa clase.</translation>
    </message>
    <message>
        <source>Pods of other namespaces may not be read.</source>
        <translation>No se pueden leer los pods de otros namespaces.</translation>
    </message>
    <message>
        <source>looking whether the rollback is safe</source>
        <translation>comprobar si la reversión es segura</translation>
    </message>
    <message>
        <source>commit on %1 of %2</source>
        <translation>hacer commit en %1 de %2</translation>
    </message>
    <message>
        <source>There is no git on this machine.</source>
        <translation>No hay git en esta máquina.</translation>
    </message>
    <message>
        <source>Git was not reverted: %1</source>
        <translation>No se revirtió en Git: %1</translation>
    </message>
    <message>
        <source>rolling the release %1 back</source>
        <translation>revertir la release %1</translation>
    </message>
    <message>
        <source>Somebody upgraded the release meanwhile (revision %1); look at it again.</source>
        <translation>Alguien actualizó la release entretanto (revisión %1); mírela de nuevo.</translation>
    </message>
    <message>
        <source>Helm release %1 in %2 back to revision %3</source>
        <translation>Release de Helm %1 en %2: volver a la revisión %3</translation>
    </message>
    <message>
        <source>roll %1 back to %2</source>
        <translation>revertir %1 a %2</translation>
    </message>
    <message>
        <source>This is a release of Helm: no Argo CD brings it. Roll back --via helm.</source>
        <translation>Es una release de Helm: no la trae ningún Argo CD. Revierta con --via helm.</translation>
    </message>
    <message>
        <source>Argo CD brings this, so there is no release of Helm. Roll back --via argocd or --via git.</source>
        <translation>Esto lo trae Argo CD, así que no hay release de Helm. Revierta con --via argocd o con --via git.</translation>
    </message>
    <message>
        <source>There is no git on this machine; install it, or roll back --via argocd.</source>
        <translation>No hay git en esta máquina; instálelo, o revierta con --via argocd.</translation>
    </message>
    <message>
        <source>Another version was deployed meanwhile; look at the rollback again.</source>
        <translation>Entretanto se desplegó otra versión; mire la reversión de nuevo.</translation>
    </message>
    <message>
        <source>It is not safe; nothing was changed.</source>
        <translation>No es segura; no se cambió nada.</translation>
    </message>
    <message>
        <source>Not accepted yet: %1. Nothing was changed.</source>
        <translation>Aún sin aceptar: %1. No se cambió nada.</translation>
    </message>
    <message>
        <source>auto-sync of %1 is paused by a rollback</source>
        <translation>la sincronización automática de %1 está en pausa por una reversión</translation>
    </message>
    <message>
        <source>turning auto-sync of %1 on again</source>
        <translation>reactivar la sincronización automática de %1</translation>
    </message>
    <message>
        <source>auto-sync of %1 is on</source>
        <translation>la sincronización automática de %1 está activada</translation>
    </message>
    <message>
        <source>auto-sync of %1 is on again</source>
        <translation>la sincronización automática de %1 vuelve a estar activada</translation>
    </message>
    <message>
        <source>the Application %1 is gone</source>
        <translation>la Application %1 ya no existe</translation>
    </message>
    <message>
        <source>somebody turned auto-sync of %1 on again</source>
        <translation>alguien reactivó la sincronización automática de %1</translation>
    </message>
    <message>
        <source>reverting in Git</source>
        <translation>revertir en Git</translation>
    </message>
    <message>
        <source>The commit %1 is not in the branch %2; revert by hand.</source>
        <translation>El commit %1 no está en la rama %2; revierta a mano.</translation>
    </message>
    <message>
        <source>The Application has several sources; revert in each repository by hand.</source>
        <translation>La Application tiene varios orígenes; revierta a mano en cada repositorio.</translation>
    </message>
    <message>
        <source>The Application&apos;s source is a chart of a repository of charts; there is no commit to revert.</source>
        <translation>El origen de la Application es un chart de un repositorio de charts; no hay commit que revertir.</translation>
    </message>
    <message>
        <source>The Application follows “%1”, which is no branch by name; revert by hand.</source>
        <translation>La Application sigue “%1”, que no es una rama por su nombre; revierta a mano.</translation>
    </message>
    <message>
        <source>“%1” is no commit.</source>
        <translation>“%1” no es un commit.</translation>
    </message>
    <message>
        <source>The files of %1 as they were then: %2.</source>
        <translation>Los archivos de %1 tal como estaban entonces: %2.</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Revertir a %1</translation>
    </message>
    <message>
        <source>Look whether it is safe</source>
        <translation>Comprobar si es seguro</translation>
    </message>
    <message>
        <source>Hand it to Argo CD</source>
        <translation>Entregarlo a Argo CD</translation>
    </message>
    <message>
        <source>Argo CD brings the older version back</source>
        <translation>Argo CD trae de vuelta la versión anterior</translation>
    </message>
    <message>
        <source>Helm brings the older revision back</source>
        <translation>Helm trae de vuelta la revisión anterior</translation>
    </message>
    <message>
        <source>Commit the older version</source>
        <translation>Hacer commit de la versión anterior</translation>
    </message>
    <message>
        <source>Argo CD syncs the commit</source>
        <translation>Argo CD sincroniza el commit</translation>
    </message>
    <message>
        <source>Revert in Git too</source>
        <translation>Revertir también en Git</translation>
    </message>
    <message>
        <source>following the rollback</source>
        <translation>seguir la reversión</translation>
    </message>
    <message>
        <source>Argo CD says: %1. %2</source>
        <translation>Argo CD dice: %1. %2</translation>
    </message>
    <message>
        <source>Something turned auto-sync on again, so Argo CD brings the newer version back. Pause it where it is decided, or roll back with --via git.</source>
        <translation>Algo reactivó la sincronización automática, así que Argo CD trae de vuelta la versión más nueva. Páusela donde se decide, o revierta con --via git.</translation>
    </message>
    <message>
        <source>looking for what to roll back</source>
        <translation>buscar qué revertir</translation>
    </message>
    <message>
        <source>There is neither an Application of Argo CD nor a Helm release called %1 on this cluster. Name it as NAMESPACE/NAME; “sentinelctl status” lists the environments of Sentinel.</source>
        <translation>No hay en este clúster ni una Application de Argo CD ni una release de Helm llamada %1. Indíquela como NAMESPACE/NAME; “sentinelctl status” muestra los entornos de Sentinel.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Several have this name: %1. Say which one, as NAMESPACE/NAME.</source>
        <translation>Hay varias con este nombre: %1. Diga cuál, como NAMESPACE/NAME.</translation>
    </message>
    <message>
        <source>“%1” names nothing; write NAME or NAMESPACE/NAME.</source>
        <translation>“%1” no nombra nada; escriba NAME o NAMESPACE/NAME.</translation>
    </message>
    <message>
        <source>%1, which owns the Application, is told to leave the pause of auto-sync alone.</source>
        <translation>Se indica a %1, propietario de la Application, que no toque la pausa de la sincronización automática.</translation>
    </message>
    <message>
        <source>Auto-sync is paused, or Argo CD would bring %1 back. A reminder stays until you turn it on again.</source>
        <translation>La sincronización automática se pone en pausa; si no, Argo CD traería %1 de vuelta. Queda un aviso hasta que la reactive.</translation>
    </message>
    <message>
        <source>The operation that runs is ended.</source>
        <translation>Se termina la operación en curso.</translation>
    </message>
    <message>
        <source>Argo CD syncs to %1, its hooks included.</source>
        <translation>Argo CD sincroniza a %1, hooks incluidos.</translation>
    </message>
    <message>
        <source>Argo CD syncs to %1; hooks do not run.</source>
        <translation>Argo CD sincroniza a %1; los hooks no se ejecutan.</translation>
    </message>
    <message>
        <source>Helm makes a new revision of %1 with the content of revision %2.</source>
        <translation>Helm crea una revisión nueva de %1 con el contenido de la revisión %2.</translation>
    </message>
    <message>
        <source>A commit on the branch brings the files of %1 back; nothing is forced.</source>
        <translation>Un commit en la rama trae de vuelta los archivos de %1; no se fuerza nada.</translation>
    </message>
    <message>
        <source>Argo CD syncs that commit, hooks included.</source>
        <translation>Argo CD sincroniza ese commit, hooks incluidos.</translation>
    </message>
    <message>
        <source>A commit on the branch brings the older version&apos;s files back, so that it lasts.</source>
        <translation>Un commit en la rama trae de vuelta los archivos de la versión anterior, para que perdure.</translation>
    </message>
    <message>
        <source>Every object is followed until it is healthy.</source>
        <translation>Cada objeto se sigue hasta que está sano.</translation>
    </message>
    <message>
        <source>%1: not known.</source>
        <translation>%1: no se sabe.</translation>
    </message>
    <message>
        <source>%1: not known. %2</source>
        <translation>%1: no se sabe. %2</translation>
    </message>
    <message>
        <source>What it should be could not be made</source>
        <translation>No se pudo generar el estado deseado</translation>
    </message>
    <message>
        <source>The Application itself is wrong</source>
        <translation>La propia Application es incorrecta</translation>
    </message>
    <message>
        <source>Auto-sync failed and does not try again by itself</source>
        <translation>La sincronización automática falló y no se reintenta por sí sola</translation>
    </message>
    <message>
        <source>It could not be deleted</source>
        <translation>No se pudo eliminar</translation>
    </message>
    <message>
        <source>Argo CD failed</source>
        <translation>Argo CD falló</translation>
    </message>
    <message>
        <source>An object belongs to another Application too</source>
        <translation>Un objeto pertenece también a otra Application</translation>
    </message>
    <message>
        <source>The sources hold an object twice</source>
        <translation>Los orígenes contienen un objeto dos veces</translation>
    </message>
    <message>
        <source>Argo CD is told to leave a kind out</source>
        <translation>Argo CD tiene indicado omitir una clase</translation>
    </message>
    <message>
        <source>There are objects nobody brings</source>
        <translation>Hay objetos que nadie trae</translation>
    </message>
    <message>
        <source>%1 leaves it alone from now on.</source>
        <translation>%1 no la toca desde ahora.</translation>
    </message>
    <message>
        <source>switching auto-sync</source>
        <translation>cambiar la sincronización automática</translation>
    </message>
    <message>
        <source>It would be undone at once. Add --teach-owner, or change it where the owner is written.</source>
        <translation>Se desharía de inmediato. Añada --teach-owner, o cámbielo donde está escrito el propietario.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activada</translation>
    </message>
    <message>
        <source>off, paused</source>
        <translation>desactivada, en pausa</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>%1 was compared with Git again.</source>
        <translation>%1 se comparó de nuevo con Git.</translation>
    </message>
    <message>
        <source>The operation of %1 was ended.</source>
        <translation>Se terminó la operación de %1.</translation>
    </message>
    <message>
        <source>What %1 wants to delete may go.</source>
        <translation>Lo que %1 quiere eliminar puede eliminarse.</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is on.</source>
        <translation>La sincronización automática de %1 está activada.</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is off.</source>
        <translation>La sincronización automática de %1 está desactivada.</translation>
    </message>
    <message>
        <source>   (of %1)</source>
        <translation>   (de %1)</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>took</source>
        <translation>tardó</translation>
    </message>
    <message>
        <source>by</source>
        <translation>por</translation>
    </message>
    <message>
        <source>author</source>
        <translation>autor</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>asunto</translation>
    </message>
    <message>
        <source>new images</source>
        <translation>imágenes nuevas</translation>
    </message>
    <message>
        <source>auto-sync</source>
        <translation>sincronización automática</translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>Aún no se ha sincronizado nada.</translation>
    </message>
    <message>
        <source>Of %1 it is not known what it changed: %2</source>
        <translation>No se sabe qué cambió %1: %2</translation>
    </message>
    <message>
        <source>--to needs --from; --revision compares a revision with the cluster.</source>
        <translation>--to necesita --from; --revision compara una revisión con el clúster.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) compared</source>
        <translation>
            <numerusform>%n objeto comparado</numerusform>
            <numerusform>%n objetos comparados</numerusform>
        </translation>
    </message>
    <message>
        <source>; nothing differs.</source>
        <translation>; nada difiere.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no [CONTEXT/][NAMESPACE/]NAME.</source>
        <translation>&quot;%1&quot; no es [CONTEXT/][NAMESPACE/]NAME.</translation>
    </message>
    <message>
        <source>looking for the Application %1</source>
        <translation>buscar la Application %1</translation>
    </message>
    <message>
        <source>There are several; say which: %1.</source>
        <translation>Hay varias; diga cuál: %1.</translation>
    </message>
    <message>
        <source>looking for Applications</source>
        <translation>buscar Applications</translation>
    </message>
    <message>
        <source>This cluster has no Argo CD.</source>
        <translation>Este clúster no tiene Argo CD.</translation>
    </message>
    <message>
        <source>There is none of that name; &quot;sentinelctl apps list&quot; shows those there are.</source>
        <translation>No hay ninguna con ese nombre; &quot;sentinelctl apps list&quot; muestra las que hay.</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>pedida</translation>
    </message>
    <message>
        <source>waits to try again</source>
        <translation>espera para reintentar</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>aún sin comparar</translation>
    </message>
    <message>
        <source> (old)</source>
        <translation> (desactualizado)</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>sincronización</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>operación</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyecto</translation>
    </message>
    <message>
        <source>repository</source>
        <translation>repositorio</translation>
    </message>
    <message>
        <source>path</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>destination</source>
        <translation>destino</translation>
    </message>
    <message>
        <source>There is no Application.</source>
        <translation>No hay ninguna Application.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Auto-sync</source>
        <translation>Sincronización automática</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Sync windows</source>
        <translation>Ventanas de sincronización</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>recurso</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>hook</translation>
    </message>
    <message>
        <source>to be pruned</source>
        <translation>por eliminar (prune)</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>programación</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>zona horaria</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>afecta a esta</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>next</source>
        <translation>próxima</translation>
    </message>
    <message>
        <source>open until %1</source>
        <translation>abierta hasta %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>No sync window concerns this Application.</source>
        <translation>Ninguna ventana de sincronización afecta a esta Application.</translation>
    </message>
    <message>
        <source>The Application has no object &quot;%1&quot;.</source>
        <translation>La Application no tiene el objeto &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several objects; give its group and namespace.</source>
        <translation>&quot;%1&quot; corresponde a varios objetos; indique su grupo y su namespace.</translation>
    </message>
    <message>
        <source>The Application has several sources, so one --revision does not say which.</source>
        <translation>La Application tiene varios orígenes, así que un solo --revision no dice cuál.</translation>
    </message>
    <message>
        <source>Sync %1 and delete what its sources have no more?</source>
        <translation>¿Sincronizar %1 y eliminar lo que ya no está en sus orígenes?</translation>
    </message>
    <message>
        <source>Sync %1 and delete and make anew what cannot be changed?</source>
        <translation>¿Sincronizar %1 y eliminar y crear de nuevo lo que no puede cambiarse?</translation>
    </message>
    <message>
        <source>The sync failed: %1</source>
        <translation>La sincronización falló: %1</translation>
    </message>
    <message>
        <source>The dry run went well; nothing was written.</source>
        <translation>La simulación (dry run) fue bien; no se escribió nada.</translation>
    </message>
    <message>
        <source>Synced.</source>
        <translation>Sincronizada.</translation>
    </message>
    <message>
        <source>Synced and healthy.</source>
        <translation>Sincronizada y sana.</translation>
    </message>
    <message>
        <source>Synced, and not healthy: %1.</source>
        <translation>Sincronizada, pero no sana: %1.</translation>
    </message>
    <message>
        <source>Going on with %1.</source>
        <translation>Se continúa con %1.</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>emisor</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>secret</translation>
    </message>
    <message>
        <source>looking for a certificate</source>
        <translation>buscar un certificado</translation>
    </message>
    <message>
        <source>There is no Certificate %1; &quot;sentinelctl certificates&quot; lists them.</source>
        <translation>No hay ningún Certificate %1; &quot;sentinelctl certificates&quot; los muestra.</translation>
    </message>
    <message>
        <source>%1 may mean %2; say NAMESPACE/NAME.</source>
        <translation>%1 puede referirse a %2; diga NAMESPACE/NAME.</translation>
    </message>
    <message>
        <source>Have %1 issued anew on %2 (%3)?</source>
        <translation>¿Volver a emitir %1 en %2 (%3)?</translation>
    </message>
    <message>
        <source>%1 was issued anew: revision %2, good until %3.</source>
        <translation>%1 se emitió de nuevo: revisión %2, válido hasta %3.</translation>
    </message>
    <message>
        <source>The same command again goes on waiting for it.</source>
        <translation>El mismo comando, repetido, sigue esperándolo.</translation>
    </message>
    <message>
        <source>If it was asked for already, cert-manager goes on by itself; the same command again waits for it.</source>
        <translation>Si ya se había pedido, cert-manager continúa por sí solo; el mismo comando, repetido, lo espera.</translation>
    </message>
    <message>
        <source>renewal overdue</source>
        <translation>renovación atrasada</translation>
    </message>
    <message>
        <source>being issued</source>
        <translation>en emisión</translation>
    </message>
    <message>
        <source>failed, waits</source>
        <translation>falló, espera</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>no está listo</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>caducado</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Para:</translation>
    </message>
    <message>
        <source>Issuer:</source>
        <translation>Emisor:</translation>
    </message>
    <message>
        <source>Secret:</source>
        <translation>Secret:</translation>
    </message>
    <message>
        <source>Revision:</source>
        <translation>Revisión:</translation>
    </message>
    <message>
        <source>Renewal at:</source>
        <translation>Renovación:</translation>
    </message>
    <message>
        <source>Serves:</source>
        <translation>Sirve:</translation>
    </message>
    <message>
        <source>%1, %2 %3, until %4</source>
        <translation>%1, %2 %3, hasta %4</translation>
    </message>
    <message>
        <source>What holds it up:</source>
        <translation>Qué lo retiene:</translation>
    </message>
    <message>
        <source>Chain:</source>
        <translation>Cadena:</translation>
    </message>
    <message>
        <source>Refused: nothing was changed. Mend what failed, accept it with --override RULE=REASON, or leave the look out with --skip-preflight REASON.</source>
        <translation>Rechazado: no se cambió nada. Corrija lo que falló, acéptelo con --override RULE=REASON, u omita la comprobación previa con --skip-preflight REASON.</translation>
    </message>
    <message>
        <source>--report: &quot;%1&quot; ends in none of .html, .json, .txt, so it is not clear what to write.</source>
        <translation>--report: &quot;%1&quot; no termina en .html, .json ni .txt, así que no está claro qué escribir.</translation>
    </message>
    <message>
        <source>%1 did not fail, so there is nothing to accept.</source>
        <translation>%1 no falló, así que no hay nada que aceptar.</translation>
    </message>
    <message>
        <source>%1 failed, %2 to look at, %3 not checked, %4 good.</source>
        <translation>%1 con fallo, %2 por revisar, %3 sin comprobar, %4 bien.</translation>
    </message>
    <message>
        <source>A deploy is refused until this is mended, or accepted with --override RULE=REASON.</source>
        <translation>Se rechaza un despliegue hasta que esto se corrija o se acepte con --override RULE=REASON.</translation>
    </message>
    <message>
        <source>check</source>
        <translation>comprobación</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Qué hacer: %1</translation>
    </message>
    <message>
        <source>Who can check: %1</source>
        <translation>Quién puede comprobarlo: %1</translation>
    </message>
    <message>
        <source>Accepted (%1): %2</source>
        <translation>Aceptado (%1): %2</translation>
    </message>
    <message>
        <source>Rule %1%2</source>
        <translation>Regla %1%2</translation>
    </message>
    <message>
        <source>, answer %1</source>
        <translation>, respuesta %1</translation>
    </message>
    <message>
        <source>--override: &quot;%1&quot; is no RULE=REASON, such as preflight.capacity=&quot;the new nodes come tonight&quot;.</source>
        <translation>--override: &quot;%1&quot; no es RULE=REASON, como preflight.capacity=&quot;los nodos nuevos llegan esta noche&quot;.</translation>
    </message>
    <message>
        <source>--override: there is no rule &quot;%1&quot;; known are %2.</source>
        <translation>--override: no existe la regla &quot;%1&quot;; se conocen %2.</translation>
    </message>
    <message>
        <source>Auto-sync is paused since %1; turn it on again with --resume-auto-sync.</source>
        <translation>La sincronización automática está en pausa desde %1; reactívela con --resume-auto-sync.</translation>
    </message>
    <message>
        <source>Say which one with --to ID; --dry-run looks whether it is safe and changes nothing.</source>
        <translation>Diga cuál con --to ID; --dry-run comprueba si es seguro y no cambia nada.</translation>
    </message>
    <message>
        <source>Roll %1 back to %2 on %3?</source>
        <translation>¿Revertir %1 a %2 en %3?</translation>
    </message>
    <message>
        <source>This cluster is for looking only (protection read-only in the list of clusters).</source>
        <translation>Este clúster es de solo lectura (protección read-only en la lista de clústeres).</translation>
    </message>
    <message>
        <source>%1 This cluster is protected: add --confirm %2 when this is meant.</source>
        <translation>%1 Este clúster está protegido: añada --confirm %2 si es lo que quiere.</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is paused. Turn it on again with: sentinelctl rollback %2 --resume-auto-sync</source>
        <translation>La sincronización automática de %1 está en pausa. Reactívela con: sentinelctl rollback %2 --resume-auto-sync</translation>
    </message>
    <message>
        <source>Accept what you take upon yourself: --accept %1</source>
        <translation>Acepte lo que asume: --accept %1</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is on again, as it was.</source>
        <translation>La sincronización automática de %1 vuelve a estar activada, como estaba.</translation>
    </message>
    <message>
        <source>what runs now</source>
        <translation>lo que corre ahora</translation>
    </message>
    <message>
        <source>%1 images, %2 values, %3 objects</source>
        <translation>%1 imágenes, %2 valores, %3 objetos</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>no aplicable</translation>
    </message>
    <message>
        <source>to be accepted</source>
        <translation>por aceptar</translation>
    </message>
    <message>
        <source>in the way</source>
        <translation>lo impide</translation>
    </message>
    <message>
        <source>What changes: %1 objects, %2 lines; of %3 more only labels</source>
        <translation>Qué cambia: %1 objetos, %2 líneas; de otros %3, solo etiquetas</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>desplegada</translation>
    </message>
    <message>
        <source>what changes</source>
        <translation>qué cambia</translation>
    </message>
    <message>
        <source>Roll %1 back to %2 (%3) by %4: %5 passed, %6 do not apply, %7 to be accepted, %8 in the way</source>
        <translation>Revertir %1 a %2 (%3) mediante %4: %5 superadas, %6 no aplicables, %7 por aceptar, %8 lo impiden</translation>
    </message>
    <message>
        <source>What it does:</source>
        <translation>Qué hace:</translation>
    </message>
    <message>
        <source>What happens:</source>
        <translation>Qué ocurre:</translation>
    </message>
    <message>
        <source>resolving a name</source>
        <translation>resolver un nombre</translation>
    </message>
    <message>
        <source>resolving %1</source>
        <translation>resolver %1</translation>
    </message>
    <message>
        <source>accepted what preflight found: %1</source>
        <translation>aceptado lo que halló la comprobación previa: %1</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Preflight found what nobody accepted; nothing was changed.</source>
        <translation>La comprobación previa encontró algo que nadie ha aceptado; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Renewed at</source>
        <translation>Renovación</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>never issued</source>
        <translation>nunca emitido</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servido</translation>
    </message>
    <message>
        <source>The rehearsal cluster is starting</source>
        <translation>El clúster de ensayo está arrancando</translation>
    </message>
    <message>
        <source>No cluster is connected</source>
        <translation>No hay ningún clúster conectado</translation>
    </message>
    <message>
        <source>Certificates could not be read</source>
        <translation>No se pudieron leer los certificados</translation>
    </message>
    <message>
        <source>Looking for certificates</source>
        <translation>Buscando certificados</translation>
    </message>
    <message>
        <source>%1 of %2 certificates need somebody</source>
        <translation>%1 de %2 certificados requieren atención</translation>
    </message>
    <message>
        <source>There is no certificate yet</source>
        <translation>Aún no hay ningún certificado</translation>
    </message>
    <message numerus="yes">
        <source>All %n certificate(s) are good</source>
        <translation>
            <numerusform>%n certificado, en buen estado</numerusform>
            <numerusform>Los %n certificados están en buen estado</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a certificate first.</source>
        <translation>Elija antes un certificado.</translation>
    </message>
    <message>
        <source>%1 is being renewed.</source>
        <translation>%1 se está renovando.</translation>
    </message>
    <message>
        <source>This cluster is marked as read-only here.</source>
        <translation>Este clúster está marcado aquí como de solo lectura.</translation>
    </message>
    <message>
        <source>It is being issued already.</source>
        <translation>Ya se está emitiendo.</translation>
    </message>
    <message>
        <source>You may not update certificates/status in %1, which a renewal needs.</source>
        <translation>No se le permite actualizar certificates/status en %1, lo que una renovación necesita.</translation>
    </message>
    <message>
        <source>%1 was issued anew, good until %2.</source>
        <translation>%1 se emitió de nuevo, válido hasta %2.</translation>
    </message>
    <message>
        <source>There is no helm on this machine, so the bundle cannot be rendered for this cluster. Install Helm 4.1 or later.</source>
        <translation>No hay helm en esta máquina, así que el bundle no puede generarse para este clúster. Instale Helm 4.1 o posterior.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>Looking whether it would come up…</source>
        <translation>Comprobando si arrancaría…</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>Nadie ha mirado todavía</translation>
    </message>
    <message>
        <source>Nothing stands in the way</source>
        <translation>Nada lo impide</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed: a deploy is refused</source>
        <translation>
            <numerusform>%n comprobación falló: se rechaza el despliegue</numerusform>
            <numerusform>%n comprobaciones fallaron: se rechaza el despliegue</numerusform>
        </translation>
    </message>
    <message>
        <source>Preflight of %1, environment %2</source>
        <translation>Comprobación previa de %1, entorno %2</translation>
    </message>
    <message>
        <source>saving the report</source>
        <translation>guardar el informe</translation>
    </message>
    <message>
        <source>The name must end in .html, .pdf, .json or .txt, which says what is written.</source>
        <translation>El nombre debe terminar en .html, .pdf, .json o .txt, que dice qué se escribe.</translation>
    </message>
    <message>
        <source>%1 is back at %2; everything is healthy.</source>
        <translation>%1 ha vuelto a %2; todo está sano.</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>Revertir %1</translation>
    </message>
    <message>
        <source>Roll %1 back to %2?</source>
        <translation>¿Revertir %1 a %2?</translation>
    </message>
    <message>
        <source>Safe: nothing is in the way of %1</source>
        <translation>Seguro: nada impide volver a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to take upon yourself</source>
        <translation>
            <numerusform>%n punto que asumir</numerusform>
            <numerusform>%n puntos que asumir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) in the way</source>
        <translation>
            <numerusform>%n punto lo impide</numerusform>
            <numerusform>%n puntos lo impiden</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n and roll back to %1</source>
        <translation>
            <numerusform>Aceptar %n y revertir a %1</numerusform>
            <numerusform>Aceptar %n y revertir a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A rollback is under way.</source>
        <translation>Hay una reversión en marcha.</translation>
    </message>
    <message>
        <source>This cluster is for looking only.</source>
        <translation>Este clúster es de solo lectura.</translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>Elija antes una versión.</translation>
    </message>
    <message>
        <source>It is being looked at whether it is safe.</source>
        <translation>Se está comprobando si es seguro.</translation>
    </message>
    <message>
        <source>Whether it is safe is not known.</source>
        <translation>No se sabe si es seguro.</translation>
    </message>
    <message>
        <source>Something is in the way: the points in red.</source>
        <translation>Algo lo impide: los puntos en rojo.</translation>
    </message>
    <message>
        <source>Type the name first.</source>
        <translation>Escriba antes el nombre.</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is paused since %2 by a rollback. Turn it on again once Git says what you want.</source>
        <translation>La sincronización automática de %1 está en pausa desde %2 por una reversión. Reactívela cuando Git diga lo que usted quiere.</translation>
    </message>
    <message>
        <source>Helm release in %1</source>
        <translation>Release de Helm en %1</translation>
    </message>
    <message>
        <source>Application in %1</source>
        <translation>Application en %1</translation>
    </message>
    <message>
        <source>runs now</source>
        <translation>corre ahora</translation>
    </message>
    <message>
        <source>+ %1 comes back</source>
        <translation>+ %1 vuelve</translation>
    </message>
    <message>
        <source>- %1 is only in the newer version</source>
        <translation>- %1 está solo en la versión más nueva</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) compared.</source>
        <translation>
            <numerusform>%n objeto comparado.</numerusform>
            <numerusform>%n objetos comparados.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync of %1 failed: %2</source>
        <translation>La sincronización de %1 falló: %2</translation>
    </message>
    <message>
        <source>%1 is synced and healthy.</source>
        <translation>%1 está sincronizada y sana.</translation>
    </message>
    <message>
        <source>%1 is synced, and not healthy: %2.</source>
        <translation>%1 está sincronizada, pero no sana: %2.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Ya no existe.</translation>
    </message>
    <message>
        <source>Choose an Application first.</source>
        <translation>Elija antes una Application.</translation>
    </message>
    <message>
        <source>An operation runs; end it or wait until it is over.</source>
        <translation>Hay una operación en curso; termínela o espere a que acabe.</translation>
    </message>
    <message>
        <source>No operation runs.</source>
        <translation>No hay ninguna operación en curso.</translation>
    </message>
    <message>
        <source>Nothing was deployed before.</source>
        <translation>No se desplegó nada antes.</translation>
    </message>
    <message>
        <source>%1 is being synced.</source>
        <translation>%1 se está sincronizando.</translation>
    </message>
    <message>
        <source>Argo CD compares with Git.</source>
        <translation>Argo CD compara con Git.</translation>
    </message>
    <message>
        <source>Compared with Git again.</source>
        <translation>Se comparó de nuevo con Git.</translation>
    </message>
    <message>
        <source>The operation was ended.</source>
        <translation>Se terminó la operación.</translation>
    </message>
    <message>
        <source>Auto-sync is being switched.</source>
        <translation>Se está cambiando la sincronización automática.</translation>
    </message>
    <message>
        <source>Auto-sync is on.</source>
        <translation>La sincronización automática está activada.</translation>
    </message>
    <message>
        <source>Auto-sync is off.</source>
        <translation>La sincronización automática está desactivada.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n Application(s) not healthy</source>
        <translation>
            <numerusform>No sanas: %1 de %n Application</numerusform>
            <numerusform>No sanas: %1 de %n Applications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Application(s), all healthy</source>
        <translation>
            <numerusform>%n Application, sana</numerusform>
            <numerusform>%n Applications, todas sanas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of sync with Git</source>
        <translation>
            <numerusform>%n desincronizada con Git</numerusform>
            <numerusform>%n desincronizadas con Git</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs is what Git says.</source>
        <translation>Lo que corre es lo que dice Git.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>would be changed</source>
        <translation>se cambiaría</translation>
    </message>
    <message>
        <source>would be made</source>
        <translation>se crearía</translation>
    </message>
    <message>
        <source>would go when pruned</source>
        <translation>se eliminaría con prune</translation>
    </message>
    <message>
        <source>could not be compared</source>
        <translation>no se pudo comparar</translation>
    </message>
    <message>
        <source>set by %1</source>
        <translation>fijado por %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>There is no Argo CD on this cluster</source>
        <translation>No hay Argo CD en este clúster</translation>
    </message>
    <message>
        <source>It serves no Applications.</source>
        <translation>No sirve Applications.</translation>
    </message>
    <message>
        <source>Choose another cluster, or install Argo CD; the bundle&apos;s argocd folder says how.</source>
        <translation>Elija otro clúster, o instale Argo CD; la carpeta argocd del bundle dice cómo.</translation>
    </message>
    <message>
        <source>You may not change Applications in %1.</source>
        <translation>No se le permite cambiar Applications en %1.</translation>
    </message>
    <message>
        <source>Before the sync</source>
        <translation>Antes de la sincronización</translation>
    </message>
    <message>
        <source>After the sync</source>
        <translation>Después de la sincronización</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>Tras un fallo</translation>
    </message>
    <message>
        <source>%1, wave %2</source>
        <translation>%1, ola %2</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>sincronizado</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>desincronizado</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendido</translation>
    </message>
    <message>
        <source>failed, tries again</source>
        <translation>falló, reintenta</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>sincronizando</translation>
    </message>
    <message>
        <source>being ended</source>
        <translation>terminándose</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>pedida</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>terminó bien</translation>
    </message>
    <message>
        <source>hook, %1</source>
        <translation>hook, %1</translation>
    </message>
    <message>
        <source>new images: %1</source>
        <translation>imágenes nuevas: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) changed</source>
        <translation>
            <numerusform>%n objeto cambiado</numerusform>
            <numerusform>%n objetos cambiados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>forbids</source>
        <translation>prohíbe</translation>
    </message>
    <message>
        <source>allows</source>
        <translation>permite</translation>
    </message>
    <message>
        <source>closed; opens %1</source>
        <translation>cerrada; próxima apertura: %1</translation>
    </message>
    <message>
        <source>%1: %2 for %3, %4</source>
        <translation>%1: %2 durante %3, %4</translation>
    </message>
    <message>
        <source>%1; it is about other Applications</source>
        <translation>%1; se refiere a otras Applications</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>no more in Git</source>
        <translation>ya no está en Git</translation>
    </message>
    <message>
        <source>Its manifests could not be kept on this machine: %1</source>
        <translation>No se pudieron guardar sus manifiestos en esta máquina: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are missing in the registry: %1.</source>
        <translation>
            <numerusform>%n imagen falta en el registro: %1.</numerusform>
            <numerusform>%n imágenes faltan en el registro: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images could not be asked for: %3</source>
        <translation>No se pudo preguntar por %1 de %2 imágenes: %3</translation>
    </message>
    <message>
        <source>someone with a login for the registries, from where they can be reached</source>
        <translation>alguien con acceso a los registros, desde donde puedan alcanzarse</translation>
    </message>
    <message>
        <source>%1: %2, would become %3</source>
        <translation>%1: %2, pasaría a ser %3</translation>
    </message>
    <message>
        <source>Answer as before in the plan, or change the volumes themselves first and remove the StatefulSet without its pods (kubectl delete statefulset %1 -n %2 --cascade=orphan); the deploy makes it anew around them.</source>
        <translation>Responda en el plan como antes, o cambie antes los propios volúmenes y quite el StatefulSet sin sus pods (kubectl delete statefulset %1 -n %2 --cascade=orphan); el despliegue lo crea de nuevo en torno a ellos.</translation>
    </message>
    <message>
        <source>Answer as before in the plan, or move the data to a new claim.</source>
        <translation>Responda en el plan como antes, o mueva los datos a un claim nuevo.</translation>
    </message>
    <message>
        <source>Answer as before in the plan, or remove %1/%2 in %3 first; the deploy makes it anew.</source>
        <translation>Responda en el plan como antes, o quite antes %1/%2 en %3; el despliegue lo crea de nuevo.</translation>
    </message>
    <message>
        <source>Kubernetes does not change %1.</source>
        <translation>Kubernetes no cambia %1.</translation>
    </message>
    <message>
        <source>What is installed cannot be read: %1.</source>
        <translation>No puede leerse lo que está instalado: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is changed that cannot be (%n object(s) compared).</source>
        <translation>
            <numerusform>No cambia nada que no pueda cambiarse (%n objeto comparado).</numerusform>
            <numerusform>No cambia nada que no pueda cambiarse (%n objetos comparados).</numerusform>
        </translation>
    </message>
    <message>
        <source>another look from inside (--run-job)</source>
        <translation>otra inspección desde dentro (--run-job)</translation>
    </message>
    <message>
        <source>No name server answers a pod on %1 for %2.</source>
        <translation>Ningún servidor de nombres responde a un pod en %1 por %2.</translation>
    </message>
    <message>
        <source>Look whether the cluster&apos;s DNS runs and whether a network policy keeps pods from it.</source>
        <translation>Mire si el DNS del clúster está en marcha y si una política de red se lo impide a los pods.</translation>
    </message>
    <message>
        <source>Seen from a pod there is no %1.</source>
        <translation>Visto desde un pod, no existe %1.</translation>
    </message>
    <message>
        <source>Have the name made in the DNS the cluster asks, or correct the plan.</source>
        <translation>Haga que se cree el nombre en el DNS al que pregunta el clúster, o corrija el plan.</translation>
    </message>
    <message>
        <source>The pod did not tell of %1.</source>
        <translation>El pod no informó de %1.</translation>
    </message>
    <message numerus="yes">
        <source>All %n name(s) have an address, seen from a pod.</source>
        <translation>
            <numerusform>El nombre pedido (%n) tiene dirección, visto desde un pod.</numerusform>
            <numerusform>Los %n nombres tienen dirección, vistos desde un pod.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>A pod cannot reach %1.</source>
        <translation>Un pod no alcanza %1.</translation>
    </message>
    <message>
        <source>Open the way in the firewall or the proxy between, or correct the plan.</source>
        <translation>Abra el paso en el firewall o el proxy intermedio, o corrija el plan.</translation>
    </message>
    <message>
        <source>Pods of Sentinel do not need it; make sure that Argo CD, cert-manager or the nodes reach it by their own way.</source>
        <translation>Los pods de Sentinel no lo necesitan; asegúrese de que Argo CD, cert-manager o los nodos lo alcanzan por su propia vía.</translation>
    </message>
    <message>
        <source>A pod reaches %1 and does not trust its certificate.</source>
        <translation>Un pod alcanza %1 y no confía en su certificado.</translation>
    </message>
    <message>
        <source>Where an authority of your own signed it, whoever speaks to it has to be given that authority.</source>
        <translation>Si lo firmó una autoridad propia, hay que darle esa autoridad a quien hable con él.</translation>
    </message>
    <message>
        <source>A pod reaches %1.</source>
        <translation>Un pod alcanza %1.</translation>
    </message>
    <message>
        <source>The address of %1 lies in a Secret.</source>
        <translation>La dirección está en un Secret: %1.</translation>
    </message>
    <message>
        <source>whoever knows the address</source>
        <translation>quien conozca la dirección</translation>
    </message>
    <message>
        <source>the default storage class</source>
        <translation>la clase de almacenamiento predeterminada</translation>
    </message>
    <message>
        <source>too few writes came about</source>
        <translation>hubo muy pocas escrituras</translation>
    </message>
    <message>
        <source>A volume of %1 could not be measured: %2.</source>
        <translation>No se pudo medir un volumen de %1: %2.</translation>
    </message>
    <message>
        <source>A commit on a volume of %1 takes %2, and one in a hundred %3 or more (%4 writes on %5).</source>
        <translation>Un commit en un volumen de %1 tarda %2, y uno de cada cien %3 o más (%4 escrituras en %5).</translation>
    </message>
    <message>
        <source>Choose a class on faster disks for the database (storage.databaseClass).</source>
        <translation>Elija para la base de datos una clase con discos más rápidos (storage.databaseClass).</translation>
    </message>
    <message numerus="yes">
        <source>The clock of the node %1 and those of %n server(s) it reaches differ by %2 s.</source>
        <translation>
            <numerusform>El reloj del nodo %1 y el de %n servidor que alcanza difieren en %2 s.</numerusform>
            <numerusform>El reloj del nodo %1 y los de %n servidores que alcanza difieren en %2 s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let the nodes follow time servers (chrony, systemd-timesyncd).</source>
        <translation>Haga que los nodos sigan servidores de hora (chrony, systemd-timesyncd).</translation>
    </message>
    <message>
        <source>its pod did not tell</source>
        <translation>su pod no informó</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have no audit log: %1.</source>
        <translation>
            <numerusform>%n nodo no tiene registro de auditoría: %1.</numerusform>
            <numerusform>%n nodos no tienen registro de auditoría: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install and start auditd there, or leave the watch on the nodes out of the plan.</source>
        <translation>Instale e inicie allí auditd, o deje fuera del plan la vigilancia de los nodos.</translation>
    </message>
    <message numerus="yes">
        <source>On %n node(s) nothing was audited for a day: %1.</source>
        <translation>
            <numerusform>En %n nodo no se auditó nada durante un día: %1.</numerusform>
            <numerusform>En %n nodos no se auditó nada durante un día: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look whether auditd runs there (systemctl status auditd).</source>
        <translation>Mire si auditd está en marcha allí (systemctl status auditd).</translation>
    </message>
    <message>
        <source>%1 nodes have auditd; %2 more were not looked at.</source>
        <translation>%1 nodos tienen auditd; otros %2 no se miraron.</translation>
    </message>
    <message>
        <source>Not every node could be looked at. %1</source>
        <translation>No se pudieron mirar todos los nodos. %1</translation>
    </message>
    <message>
        <source>whoever may log in to these nodes</source>
        <translation>quien pueda iniciar sesión en estos nodos</translation>
    </message>
    <message numerus="yes">
        <source>auditd writes on all %n node(s).</source>
        <translation>
            <numerusform>auditd escribe en %n nodo, el único.</numerusform>
            <numerusform>auditd escribe en los %n nodos.</numerusform>
        </translation>
    </message>
    <message>
        <source>looking from inside</source>
        <translation>inspeccionar desde dentro</translation>
    </message>
    <message>
        <source>An earlier look (%1) did not end; what it made is removed.</source>
        <translation>Una inspección anterior (%1) no terminó; se elimina lo que creó.</translation>
    </message>
    <message>
        <source>removing what an earlier look made</source>
        <translation>eliminar lo que creó una inspección anterior</translation>
    </message>
    <message>
        <source>What it made was removed by a later look.</source>
        <translation>Lo que creó lo eliminó una inspección posterior.</translation>
    </message>
    <message>
        <source>look from inside %1</source>
        <translation>inspección desde dentro de %1</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2</source>
        <translation>No puede crearse %1: %2</translation>
    </message>
    <message>
        <source>no pod was made</source>
        <translation>no se creó ningún pod</translation>
    </message>
    <message>
        <source>A pod is sent into %1.</source>
        <translation>Se envía un pod a %1.</translation>
    </message>
    <message>
        <source>What a pod sees is not known: %1</source>
        <translation>No se sabe qué ve un pod: %1</translation>
    </message>
    <message>
        <source>The pod was taken, ran and is removed again; on the rehearsal cluster it runs no program that could see anything.</source>
        <translation>El pod se admitió, se ejecutó y ya se ha eliminado; en el clúster de ensayo no ejecuta ningún programa que pueda ver algo.</translation>
    </message>
    <message>
        <source>the same on the real cluster</source>
        <translation>lo mismo en el clúster real</translation>
    </message>
    <message>
        <source>someone who may create serviceaccounts, networkpolicies, persistentvolumeclaims and jobs in %1, and read the logs of its pods</source>
        <translation>alguien con permiso para crear serviceaccounts, networkpolicies, persistentvolumeclaims y jobs en %1, y para leer los registros de sus pods</translation>
    </message>
    <message>
        <source>the same again, once %1 can be pulled and its pod can start</source>
        <translation>lo mismo otra vez, cuando %1 pueda descargarse y su pod pueda arrancar</translation>
    </message>
    <message>
        <source>A pod has looked; what it needed is removed again.</source>
        <translation>Un pod ha mirado; lo que necesitaba ya se ha eliminado.</translation>
    </message>
    <message>
        <source>A pod on %1 has looked; what it needed is removed again.</source>
        <translation>Un pod en %1 ha mirado; lo que necesitaba ya se ha eliminado.</translation>
    </message>
    <message>
        <source>no pod could be sent to the nodes</source>
        <translation>no se pudo enviar ningún pod a los nodos</translation>
    </message>
    <message>
        <source>Whether the nodes have auditd is not known: %1</source>
        <translation>No se sabe si los nodos tienen auditd: %1</translation>
    </message>
    <message>
        <source>Something of the look could not be removed: %1</source>
        <translation>No se pudo eliminar algo de la inspección: %1</translation>
    </message>
    <message>
        <source>Look again, which removes it first, or remove what bears the label %1=%2.</source>
        <translation>Mire de nuevo: eso lo elimina primero; o elimine lo que lleve la etiqueta %1=%2.</translation>
    </message>
    <message>
        <source>A pod looked from inside %1; all it needed is removed.</source>
        <translation>Un pod miró desde dentro de %1; se ha eliminado todo lo que necesitaba.</translation>
    </message>
    <message>
        <source>What it made is being removed.</source>
        <translation>Se está eliminando lo que creó.</translation>
    </message>
    <message>
        <source>stopped; what was made is removed</source>
        <translation>detenido; se ha eliminado lo creado</translation>
    </message>
    <message>
        <source>In %1, made first where there is none: %2.</source>
        <translation>En %1, que se crea antes si no existe: %2.</translation>
    </message>
    <message>
        <source>A pod of the image %1, without rights, for some minutes at most.</source>
        <translation>Un pod de la imagen %1, sin permisos, durante unos minutos como mucho.</translation>
    </message>
    <message>
        <source>It resolves %1 names, tries %2 servers the plan names, and writes to a new volume of 1Gi.</source>
        <translation>Resuelve %1 nombres, prueba %2 servidores que nombra el plan y escribe en un volumen nuevo de 1Gi.</translation>
    </message>
    <message>
        <source>In %1, for each node: a pod as root that reads its /var/log.</source>
        <translation>En %1, para cada nodo: un pod como root que lee su /var/log.</translation>
    </message>
    <message>
        <source>All of it is removed at the end; what a killed look leaves is removed by the next.</source>
        <translation>Todo se elimina al final; lo que deja una inspección interrumpida lo elimina la siguiente.</translation>
    </message>
    <message>
        <source>Only a pod can see the cluster&apos;s DNS, the ways out of it, how fast its disks are and what its nodes audit.</source>
        <translation>Solo un pod puede ver el DNS del clúster, sus salidas al exterior, la velocidad de sus discos y lo que auditan sus nodos.</translation>
    </message>
    <message>
        <source>&quot;sentinelctl preflight DIR --run-job&quot;, which sends one and removes it again</source>
        <translation>«sentinelctl preflight DIR --run-job», que envía uno y lo elimina después</translation>
    </message>
    <message>
        <source>reading what the pod saw</source>
        <translation>leer lo que vio el pod</translation>
    </message>
    <message numerus="yes">
        <source>Its log holds no result of this look (%n line(s)).</source>
        <translation>
            <numerusform>Su registro no contiene ningún resultado de esta inspección (%n línea).</numerusform>
            <numerusform>Su registro no contiene ningún resultado de esta inspección (%n líneas).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is made, to look from inside.</source>
        <translation>Se crea %1 para mirar desde dentro.</translation>
    </message>
    <message>
        <source>what nobody may see: %1</source>
        <translation>lo que nadie puede ver: %1</translation>
    </message>
    <message>
        <source>removing the namespace %1</source>
        <translation>eliminar el namespace %1</translation>
    </message>
    <message>
        <source>It is on its way out and not gone yet; what is made in it meanwhile is refused.</source>
        <translation>Se está eliminando y aún no ha desaparecido; entretanto se rechaza lo que se cree en él.</translation>
    </message>
    <message>
        <source>The namespace %1 stays: others use it by now (%2).</source>
        <translation>El namespace %1 se queda: otros ya lo usan (%2).</translation>
    </message>
    <message>
        <source>its fields are written by others</source>
        <translation>otros escriben sus campos</translation>
    </message>
    <message>
        <source>%1/%2: %3</source>
        <translation>%1/%2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 pods have looked.</source>
        <translation>Han mirado %1 de %2 pods.</translation>
    </message>
    <message>
        <source>The pod failed. %1</source>
        <translation>El pod falló. %1</translation>
    </message>
    <message>
        <source>No node takes the pod: %1</source>
        <translation>Ningún nodo admite el pod: %1</translation>
    </message>
    <message>
        <source>The pod does not start: %1 %2</source>
        <translation>El pod no arranca: %1 %2</translation>
    </message>
    <message>
        <source>The pod did not end in time.</source>
        <translation>El pod no terminó a tiempo.</translation>
    </message>
    <message>
        <source>a registry the nodes pull from</source>
        <translation>un registro del que descargan los nodos</translation>
    </message>
    <message>
        <source>the mail server of the alerts</source>
        <translation>el servidor de correo de las alertas</translation>
    </message>
    <message>
        <source>Slack, which gets the alerts</source>
        <translation>Slack, que recibe las alertas</translation>
    </message>
    <message>
        <source>Discord, which gets the alerts</source>
        <translation>Discord, que recibe las alertas</translation>
    </message>
    <message>
        <source>the webhook of the alerts</source>
        <translation>el webhook de las alertas</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>la base de datos</translation>
    </message>
    <message>
        <source>the object store of the backups</source>
        <translation>el almacén de objetos de las copias de seguridad</translation>
    </message>
    <message>
        <source>the object store of the logs</source>
        <translation>el almacén de objetos de los registros</translation>
    </message>
    <message>
        <source>Loki, which takes the logs</source>
        <translation>Loki, que recibe los registros</translation>
    </message>
    <message>
        <source>the Git repository Argo CD follows</source>
        <translation>el repositorio Git que sigue Argo CD</translation>
    </message>
    <message>
        <source>Vault, which signs the certificate</source>
        <translation>Vault, que firma el certificado</translation>
    </message>
    <message>
        <source>the ACME service, which signs the certificate</source>
        <translation>el servicio ACME, que firma el certificado</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) run a kernel older than %2: %1.</source>
        <translation>
            <numerusform>%n nodo ejecuta un kernel anterior a %2: %1.</numerusform>
            <numerusform>%n nodos ejecutan un kernel anterior a %2: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Upgrade their system; cgroup v2, which Kubernetes asks for, is not whole there.</source>
        <translation>Actualice su sistema; cgroup v2, que pide Kubernetes, no está completo ahí.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) do not say which kernel they run: %1.</source>
        <translation>
            <numerusform>%n nodo no dice qué kernel ejecuta: %1.</numerusform>
            <numerusform>%n nodos no dicen qué kernel ejecutan: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>whoever may log in to the nodes</source>
        <translation>quien pueda iniciar sesión en los nodos</translation>
    </message>
    <message>
        <source>The cluster has no node yet.</source>
        <translation>El clúster aún no tiene ningún nodo.</translation>
    </message>
    <message>
        <source>a preflight once it has</source>
        <translation>una comprobación previa cuando lo tenga</translation>
    </message>
    <message>
        <source>The nodes run the kernel %1.</source>
        <translation>Los nodos ejecutan el kernel %1.</translation>
    </message>
    <message>
        <source>is not where its volume lies</source>
        <translation>no está donde está su volumen</translation>
    </message>
    <message>
        <source>has none of those it must stand beside</source>
        <translation>no tiene ninguno de aquellos junto a los que debe estar</translation>
    </message>
    <message>
        <source>looking for the login at %1</source>
        <translation>buscar las credenciales de %1</translation>
    </message>
    <message>
        <source>The name of the login helper is none.</source>
        <translation>El nombre del ayudante de credenciales no es válido.</translation>
    </message>
    <message>
        <source>%1 ended with %2.</source>
        <translation>%1 terminó con %2.</translation>
    </message>
    <message>
        <source>%1 wrote no login.</source>
        <translation>%1 no escribió credenciales.</translation>
    </message>
    <message>
        <source>%1 is no JSON: %2</source>
        <translation>%1 no es JSON: %2</translation>
    </message>
    <message>
        <source>asking for the image %1</source>
        <translation>preguntar por la imagen %1</translation>
    </message>
    <message>
        <source>signing in at %1</source>
        <translation>iniciar sesión en %1</translation>
    </message>
    <message>
        <source>It sends to %1 to sign in, where the way is not encrypted.</source>
        <translation>Remite a %1 para iniciar sesión, donde la conexión no está cifrada.</translation>
    </message>
    <message>
        <source>%1 gives no token (%2).</source>
        <translation>%1 no da ningún token (%2).</translation>
    </message>
    <message>
        <source>%1 answers without a token.</source>
        <translation>%1 responde sin token.</translation>
    </message>
    <message>
        <source>It asks for a way to sign in that is not known here.</source>
        <translation>Pide una forma de iniciar sesión que aquí no se conoce.</translation>
    </message>
    <message>
        <source>It wants a login, and none is kept for it (podman login %1).</source>
        <translation>Pide credenciales, y no hay ningunas guardadas para él (podman login %1).</translation>
    </message>
    <message>
        <source>%1 does not show it to you (%2); it may lack it, or want another login.</source>
        <translation>%1 no se la muestra (%2); puede que no la tenga, o que pida otras credenciales.</translation>
    </message>
    <message>
        <source>%1 has been asked too often (429).</source>
        <translation>Se ha preguntado demasiadas veces a %1 (429).</translation>
    </message>
    <message>
        <source>%1 has been asked too often (429); again in %2 s.</source>
        <translation>Se ha preguntado demasiadas veces a %1 (429); de nuevo en %2 s.</translation>
    </message>
    <message>
        <source>%1 answers with %2.</source>
        <translation>%1 responde con %2.</translation>
    </message>
    <message>
        <source>That is no name of an image.</source>
        <translation>Eso no es el nombre de una imagen.</translation>
    </message>
    <message>
        <source>What cannot be changed</source>
        <translation>Lo que no puede cambiarse</translation>
    </message>
    <message>
        <source>A deploy that changes it stops half-way, with the rest applied already.</source>
        <translation>Un despliegue que lo cambia se detiene a medias, con el resto ya aplicado.</translation>
    </message>
    <message>
        <source>Kernel of the nodes</source>
        <translation>Kernel de los nodos</translation>
    </message>
    <message>
        <source>Kubernetes leans on what the kernel can do; old ones lack some of it.</source>
        <translation>Kubernetes se apoya en lo que sabe hacer el kernel; a los antiguos les falta una parte.</translation>
    </message>
    <message>
        <source>A look from inside</source>
        <translation>Una inspección desde dentro</translation>
    </message>
    <message>
        <source>A pod meets the cluster as Sentinel will; no other place sees the same.</source>
        <translation>Un pod encuentra el clúster como lo hará Sentinel; ningún otro lugar ve lo mismo.</translation>
    </message>
    <message>
        <source>Names, asked by a pod</source>
        <translation>Nombres, preguntados por un pod</translation>
    </message>
    <message>
        <source>Every service finds the others, and the world outside, by their names.</source>
        <translation>Cada servicio encuentra a los demás, y el mundo exterior, por sus nombres.</translation>
    </message>
    <message>
        <source>Ways out, tried by a pod</source>
        <translation>Salidas, probadas por un pod</translation>
    </message>
    <message>
        <source>A backup, a mail or a log that cannot leave is noticed when it is missed.</source>
        <translation>Una copia de seguridad, un correo o un registro que no puede salir se nota cuando se echa en falta.</translation>
    </message>
    <message>
        <source>Time of a commit</source>
        <translation>Tiempo de un commit</translation>
    </message>
    <message>
        <source>Each commit of the database waits until the disk has it.</source>
        <translation>Cada commit de la base de datos espera hasta que el disco lo tiene.</translation>
    </message>
    <message>
        <source>Audit log of the nodes</source>
        <translation>Registro de auditoría de los nodos</translation>
    </message>
    <message>
        <source>The watch on the nodes reads what auditd writes, and is blind without it.</source>
        <translation>La vigilancia de los nodos lee lo que escribe auditd, y sin él está ciega.</translation>
    </message>
    <message>
        <source>Renew it first: sentinelctl certificates renew.</source>
        <translation>Renuévelo antes: sentinelctl certificates renew.</translation>
    </message>
    <message>
        <source>Look at why: sentinelctl certificates show %1.</source>
        <translation>Mire por qué: sentinelctl certificates show %1.</translation>
    </message>
    <message>
        <source>The older version&apos;s data: %1 of %2, the newest from before the newer version came.</source>
        <translation>Los datos de la versión anterior: %1 del %2, lo más reciente de antes de que llegara la versión más nueva.</translation>
    </message>
    <message>
        <source>Since when the newer version runs is not known.</source>
        <translation>No se sabe desde cuándo está en marcha la versión más nueva.</translation>
    </message>
    <message>
        <source>No VolumeSnapshot and no backup job here is from before %1, when the newer version came.</source>
        <translation>Aquí ningún VolumeSnapshot ni job de copia de seguridad es anterior al %1, cuando llegó la versión más nueva.</translation>
    </message>
    <message>
        <source>What the older version&apos;s data could be restored from</source>
        <translation>De qué podrían restaurarse los datos de la versión anterior</translation>
    </message>
    <message>
        <source>Look where your backups are kept for one from before that.</source>
        <translation>Busque una anterior a eso donde se guardan sus copias de seguridad.</translation>
    </message>
    <message>
        <source>pgBackRest keeps a list of its own: %1</source>
        <translation>pgBackRest lleva su propia lista: %1</translation>
    </message>
    <message>
        <source>Its repository cannot be reached from here.</source>
        <translation>No se puede llegar a su repositorio desde aquí.</translation>
    </message>
    <message>
        <source>Its repository cannot be reached from here: %1</source>
        <translation>No se puede llegar a su repositorio desde aquí: %1</translation>
    </message>
    <message>
        <source>Argo CD is asked first, since it may have the version at hand. Where it has not, what was kept is brought instead, and auto-sync stays paused.</source>
        <translation>Primero se pide a Argo CD, que puede tener la versión a mano. Si no la tiene, se trae en su lugar lo que se guardó, y la sincronización automática queda en pausa.</translation>
    </message>
    <message>
        <source>It lasts until its repository is back and auto-sync is turned on again, or somebody syncs.</source>
        <translation>Dura hasta que vuelva su repositorio y se reactive la sincronización automática, o hasta que alguien sincronice.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>No puede leerse.</translation>
    </message>
    <message>
        <source>comparing versions</source>
        <translation>comparar versiones</translation>
    </message>
    <message>
        <source>Find the deploy</source>
        <translation>Encontrar el despliegue</translation>
    </message>
    <message>
        <source>Watch for new failures</source>
        <translation>Vigilar si hay fallos nuevos</translation>
    </message>
    <message>
        <source>Decide whether a guard may go back</source>
        <translation>Decidir si un guardián puede volver atrás</translation>
    </message>
    <message>
        <source>Go back to the version before</source>
        <translation>Volver a la versión de antes</translation>
    </message>
    <message>
        <source>guarding the deploy of %1</source>
        <translation>vigilar el despliegue de %1</translation>
    </message>
    <message>
        <source>Nobody said that a guard may roll back here: answer delivery.guard in the plan, for this environment.</source>
        <translation>Nadie dijo que un guardián pueda revertir aquí: responda delivery.guard en el plan, para este entorno.</translation>
    </message>
    <message>
        <source>arming the guard of %1</source>
        <translation>armar el guardián de %1</translation>
    </message>
    <message>
        <source>Others kept writing its mark; try again.</source>
        <translation>Otros no dejaron de escribir su marca; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A migration came between the two (schema %1 now, %2 then); a guard never goes back across one.</source>
        <translation>Hubo una migración entre las dos (esquema %1 ahora, %2 entonces); un guardián nunca vuelve atrás a través de una.</translation>
    </message>
    <message>
        <source>Whether a migration came between the two is not known, so a guard does not go back: %1</source>
        <translation>No se sabe si hubo una migración entre las dos, así que un guardián no vuelve atrás: %1</translation>
    </message>
    <message>
        <source>It is not safe (%1): %2</source>
        <translation>No es segura (%1): %2</translation>
    </message>
    <message>
        <source>The version before was not good either: %1.</source>
        <translation>La versión de antes tampoco era buena: %1.</translation>
    </message>
    <message>
        <source>A person has to look at %1 first: %2</source>
        <translation>Una persona tiene que mirar antes %1: %2</translation>
    </message>
    <message>
        <source>rollback of %1 to version %2</source>
        <translation>reversión de %1 a la versión %2</translation>
    </message>
    <message>
        <source>It became unsafe meanwhile; nothing was changed.</source>
        <translation>Entretanto dejó de ser segura; no se cambió nada.</translation>
    </message>
    <message>
        <source>A guard of %1 decided about this deploy first: %2.</source>
        <translation>Un guardián de %1 decidió antes sobre este despliegue: %2.</translation>
    </message>
    <message>
        <source>deciding about the deploy of %1</source>
        <translation>decidir sobre el despliegue de %1</translation>
    </message>
    <message>
        <source>Others kept writing its mark; nothing was changed.</source>
        <translation>Otros no dejaron de escribir su marca; no se cambió nada.</translation>
    </message>
    <message>
        <source>There is no version before it to go back to.</source>
        <translation>No hay ninguna versión anterior a ella a la que volver.</translation>
    </message>
    <message>
        <source>Rolled back to version %1: %2.</source>
        <translation>Revertida a la versión %1: %2.</translation>
    </message>
    <message>
        <source>Rolled back to version %1, which did not become healthy: %2.</source>
        <translation>Revertida a la versión %1, que no llegó a estar sana: %2.</translation>
    </message>
    <message>
        <source>What runs is a step back to version %1 already; a guard never goes back from that.</source>
        <translation>Lo que está en marcha ya es una vuelta a la versión %1; un guardián nunca vuelve atrás desde eso.</translation>
    </message>
    <message>
        <source>A guard of %1 has decided about this deploy: %2. %3</source>
        <translation>Un guardián de %1 ha decidido sobre este despliegue: %2. %3</translation>
    </message>
    <message>
        <source>Another version was deployed meanwhile.</source>
        <translation>Entretanto se desplegó otra versión.</translation>
    </message>
    <message>
        <source>Nobody armed the guard before this deploy, so what fails newly cannot be told from what failed before. Run sentinelctl guard --arm before each deploy.</source>
        <translation>Nadie armó el guardián antes de este despliegue, así que no se distinguen los fallos nuevos de los anteriores. Ejecute sentinelctl guard --arm antes de cada despliegue.</translation>
    </message>
    <message>
        <source>The guard was armed while another version ran than the one before this deploy. Run sentinelctl guard --arm before each deploy.</source>
        <translation>El guardián se armó cuando estaba en marcha una versión distinta de la anterior a este despliegue. Ejecute sentinelctl guard --arm antes de cada despliegue.</translation>
    </message>
    <message>
        <source>guard the deploy of %1</source>
        <translation>vigilar el despliegue de %1</translation>
    </message>
    <message>
        <source>No deploy came since it was armed.</source>
        <translation>No llegó ningún despliegue desde que se armó.</translation>
    </message>
    <message>
        <source>waits for a deploy</source>
        <translation>espera un despliegue</translation>
    </message>
    <message>
        <source>It was deployed at %1; the time of the guard was over before it looked.</source>
        <translation>Se desplegó el %1; el tiempo del guardián había pasado antes de que mirara.</translation>
    </message>
    <message>
        <source>reading the rules of the guard</source>
        <translation>leer las reglas del guardián</translation>
    </message>
    <message>
        <source>“spec.slo.above” must be a number.</source>
        <translation>«spec.slo.above» debe ser un número.</translation>
    </message>
    <message>
        <source>reading the address of Prometheus</source>
        <translation>leer la dirección de Prometheus</translation>
    </message>
    <message>
        <source>“%1” is no NAMESPACE/SERVICE:PORT.</source>
        <translation>«%1» no tiene la forma NAMESPACE/SERVICE:PORT.</translation>
    </message>
    <message>
        <source>This is no RollbackGuard.</source>
        <translation>Esto no es un RollbackGuard.</translation>
    </message>
    <message>
        <source>“spec.watch” must be a time from 1m to 24h.</source>
        <translation>«spec.watch» debe ser un tiempo de 1m a 24h.</translation>
    </message>
    <message>
        <source>Prometheus did not answer the query.</source>
        <translation>Prometheus no respondió a la consulta.</translation>
    </message>
    <message>
        <source>Prometheus did not take the query: %1</source>
        <translation>Prometheus no admitió la consulta: %1</translation>
    </message>
    <message>
        <source>The query has no value just now.</source>
        <translation>La consulta no tiene ningún valor en este momento.</translation>
    </message>
    <message>
        <source>Prometheus cannot be asked: %1</source>
        <translation>No se puede preguntar a Prometheus: %1</translation>
    </message>
    <message>
        <source>watching a deploy</source>
        <translation>vigilar un despliegue</translation>
    </message>
    <message>
        <source>%1 Only the state of the workloads counts meanwhile.</source>
        <translation>%1 Mientras tanto solo cuenta el estado de las cargas de trabajo.</translation>
    </message>
    <message>
        <source>the query is at %1, above %2</source>
        <translation>la consulta está en %1, por encima de %2</translation>
    </message>
    <message>
        <source>The cluster could not be looked at, so nobody knows how the deploy did.</source>
        <translation>No se pudo mirar el clúster, así que nadie sabe cómo fue el despliegue.</translation>
    </message>
    <message>
        <source>The cluster could not be looked at, so nobody knows how the deploy did: %1</source>
        <translation>No se pudo mirar el clúster, así que nadie sabe cómo fue el despliegue: %1</translation>
    </message>
    <message>
        <source>%1 (not well for one moment since the deploy)</source>
        <translation>%1 (ni un momento bien desde el despliegue)</translation>
    </message>
    <message>
        <source>Nothing failed newly until %1.</source>
        <translation>Ningún fallo nuevo hasta las %1.</translation>
    </message>
    <message>
        <source>until %1, nothing fails newly</source>
        <translation>hasta las %1; sin fallos nuevos</translation>
    </message>
    <message>
        <source>keeping the manifests of a version</source>
        <translation>guardar los manifiestos de una versión</translation>
    </message>
    <message>
        <source>Its repository could not be read (%1), so this is what was kept of it here; Secrets are left out.</source>
        <translation>No se pudo leer su repositorio (%1), así que esto es lo que se guardó aquí de ella; los Secrets se dejan fuera.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 no puede escribirse.</translation>
    </message>
    <message>
        <source>The manifests of %1 are too large to keep.</source>
        <translation>Los manifiestos de %1 son demasiado grandes para guardarlos.</translation>
    </message>
    <message>
        <source>reading kept manifests</source>
        <translation>leer manifiestos guardados</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 está dañado.</translation>
    </message>
    <message>
        <source>rolling %1 back without its repository</source>
        <translation>revertir %1 sin su repositorio</translation>
    </message>
    <message>
        <source>This cluster does not serve %1 of %2.</source>
        <translation>Este clúster no ofrece %1 de %2.</translation>
    </message>
    <message>
        <source>%1 as it was</source>
        <translation>%1 como estaba</translation>
    </message>
    <message>
        <source>Argo CD cannot read the repository; the manifests that were kept here are brought instead.</source>
        <translation>Argo CD no puede leer el repositorio; en su lugar se traen los manifiestos que se guardaron aquí.</translation>
    </message>
    <message>
        <source>%1 is as it was at %2; this lasts until its repository is back and auto-sync is on again</source>
        <translation>%1 está como estaba en %2; dura hasta que vuelva su repositorio y se reactive la sincronización automática</translation>
    </message>
    <message>
        <source>What changes could not be looked at.</source>
        <translation>No se pudo mirar qué cambia.</translation>
    </message>
    <message numerus="yes">
        <source>changes (%n line(s))</source>
        <translation>
            <numerusform>cambia (%n línea)</numerusform>
            <numerusform>cambia (%n líneas)</numerusform>
        </translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>vuelve</translation>
    </message>
    <message>
        <source>is only in the newer version</source>
        <translation>está solo en la versión más nueva</translation>
    </message>
    <message numerus="yes">
        <source>and %n more object(s)</source>
        <translation>
            <numerusform>y %n objeto más</numerusform>
            <numerusform>y %n objetos más</numerusform>
        </translation>
    </message>
    <message>
        <source>Only labels and annotations.</source>
        <translation>Solo etiquetas y anotaciones.</translation>
    </message>
    <message>
        <source>Argo CD says of it: %1. %2</source>
        <translation>Argo CD dice de ella: %1. %2</translation>
    </message>
    <message>
        <source>Its last sync failed: %1</source>
        <translation>Su última sincronización falló: %1</translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation>No se dio ningún motivo.</translation>
    </message>
    <message>
        <source>All fifteen checks passed.</source>
        <translation>Las quince comprobaciones salieron bien.</translation>
    </message>
    <message>
        <source>Roll %1 back from %2 to %3</source>
        <translation>Revertir %1 de %2 a %3</translation>
    </message>
    <message>
        <source>Takes the files %1 back to what they were in %2, in place of %3. Nothing else is touched.</source>
        <translation>Devuelve los archivos %1 a como estaban en %2, en lugar de %3. No se toca nada más.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Data does not go back by itself. What fits the older version: %1 of %2.</source>
        <translation>Los datos no vuelven atrás por sí solos. Lo que corresponde a la versión anterior: %1 del %2.</translation>
    </message>
    <message>
        <source>What came in between: %1</source>
        <translation>Lo que llegó entre medias: %1</translation>
    </message>
    <message>
        <source>(logs a day × Rl + audit lines a day × (Ra − Rl)) ÷ 5 × copies + 10 GiB</source>
        <translation>(registros por día × Rl + líneas de auditoría por día × (Ra − Rl)) ÷ 5 × copias + 10 GiB</translation>
    </message>
    <message>
        <source>What is shown is read from the cluster alone.</source>
        <translation>Lo que se muestra se lee solo del clúster.</translation>
    </message>
    <message>
        <source>The waves of hooks are not known: %1</source>
        <translation>No se conocen las olas de los hooks: %1</translation>
    </message>
    <message>
        <source>Say where Prometheus is with --prometheus NAMESPACE/SERVICE:PORT.</source>
        <translation>Diga dónde está Prometheus con --prometheus NAMESPACE/SERVICE:PORT.</translation>
    </message>
    <message>
        <source>Name a bundle, or an Application or release with --app.</source>
        <translation>Indique un bundle, o una Application o release con --app.</translation>
    </message>
    <message>
        <source>Nobody said that a guard may roll %1 back without a person. Answer delivery.guard in the plan for this environment, or add --yes (on a protected cluster: --confirm %2).</source>
        <translation>Nadie dijo que un guardián pueda revertir %1 sin una persona. Responda delivery.guard en el plan para este entorno, o añada --yes (en un clúster protegido: --confirm %2).</translation>
    </message>
    <message numerus="yes">
        <source>The guard of %1 is armed: %n object(s) are not well already and do not count.</source>
        <translation>
            <numerusform>El guardián de %1 está armado: %n objeto ya estaba mal y no cuenta.</numerusform>
            <numerusform>El guardián de %1 está armado: %n objetos ya estaban mal y no cuentan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is nothing a guard could go back to.</source>
        <translation>Aún no hay nada desplegado, así que no hay nada a lo que un guardián pueda volver.</translation>
    </message>
    <message>
        <source>guarding the deploy</source>
        <translation>vigilar el despliegue</translation>
    </message>
    <message>
        <source>The plan does not say that a guard may roll %1 back without a person: answer delivery.guard for this environment and generate again.</source>
        <translation>El plan no dice que un guardián pueda revertir %1 sin una persona: responda delivery.guard para este entorno y genere de nuevo.</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>nuevo: %1</translation>
    </message>
    <message>
        <source>failed before already: %1</source>
        <translation>ya fallaba antes: %1</translation>
    </message>
    <message>
        <source>Its result is one line of its log: kubectl logs job/look-by-hand -n %1</source>
        <translation>Su resultado es una línea de su registro: kubectl logs job/look-by-hand -n %1</translation>
    </message>
    <message>
        <source>The plan has the nodes watched; only --run-job sends a pod to each of them.</source>
        <translation>El plan hace vigilar los nodos; solo --run-job envía un pod a cada uno.</translation>
    </message>
    <message>
        <source>Nothing was committed and nothing pushed.</source>
        <translation>No se hizo ningún commit ni se envió nada.</translation>
    </message>
    <message>
        <source>--pull-request is for --via git and needs --to ID.</source>
        <translation>--pull-request es para --via git y requiere --to ID.</translation>
    </message>
    <message>
        <source>The commit, in a clone of %1:</source>
        <translation>El commit, en un clon de %1:</translation>
    </message>
    <message>
        <source>Choose a deploy or a sync first.</source>
        <translation>Elija antes un despliegue o una sincronización.</translation>
    </message>
    <message>
        <source>It was in a rehearsal that has ended.</source>
        <translation>Fue en un ensayo que ya terminó.</translation>
    </message>
    <message>
        <source>It is under way; stop it or wait until it is over.</source>
        <translation>Está en marcha; detenga la operación o espere a que termine.</translation>
    </message>
    <message>
        <source>Auto-sync paused</source>
        <translation>Sincronización automática en pausa</translation>
    </message>
    <message>
        <source>still paused</source>
        <translation>aún en pausa</translation>
    </message>
    <message>
        <source>Paused by a rollback on %1, by %2</source>
        <translation>En pausa por una reversión el %1, por %2</translation>
    </message>
    <message>
        <source>It is on %1: choose that cluster first.</source>
        <translation>Está en %1: elija antes ese clúster.</translation>
    </message>
    <message numerus="yes">
        <source>Auto-sync of %n Application(s) is paused</source>
        <translation>
            <numerusform>La sincronización automática de %n Application está en pausa</numerusform>
            <numerusform>La sincronización automática de %n Applications está en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more: what Git says is not brought there.</source>
        <translation>
            <numerusform>%1 y %n más: allí no se trae lo que dice Git.</numerusform>
            <numerusform>%1 y %n más: allí no se trae lo que dice Git.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: what Git says is not brought there.</source>
        <translation>%1: allí no se trae lo que dice Git.</translation>
    </message>
    <message>
        <source>Nothing of it is deployed here yet.</source>
        <translation>Aquí aún no hay nada desplegado de él.</translation>
    </message>
    <message>
        <source>turning auto-sync on again</source>
        <translation>reactivar la sincronización automática</translation>
    </message>
    <message>
        <source>Auto-sync of %1 is paused on %2, and the console works with another cluster. Choose that one first.</source>
        <translation>La sincronización automática de %1 está en pausa en %2, y la consola trabaja con otro clúster. Elija antes aquel.</translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation>abrir %1</translation>
    </message>
    <message>
        <source>It is on the cluster at %1, and the console works with the one at %2. Choose that cluster first.</source>
        <translation>Está en el clúster de %1, y la consola trabaja con el de %2. Elija antes aquel clúster.</translation>
    </message>
    <message>
        <source>%1 is at %2 and not healthy: %3</source>
        <translation>%1 está en %2 y no está sana: %3</translation>
    </message>
    <message>
        <source>%1 did not become healthy.</source>
        <translation>%1 no llegó a estar sana.</translation>
    </message>
    <message>
        <source>%1 on %2, as %3</source>
        <translation>%1 en %2, como %3</translation>
    </message>
    <message>
        <source>There is no cluster to roll back on</source>
        <translation>No hay ningún clúster en el que revertir</translation>
    </message>
    <message>
        <source>There is no older version</source>
        <translation>No hay ninguna versión anterior</translation>
    </message>
    <message>
        <source>Argo CD remembers one deploy of it, the one that runs. After the next one there is something to go back to.</source>
        <translation>Argo CD recuerda un solo despliegue, el que está en marcha. Después del próximo habrá a qué volver.</translation>
    </message>
    <message>
        <source>Helm keeps one revision of it, the one that runs. After the next upgrade there is something to go back to.</source>
        <translation>Helm guarda una sola revisión, la que está en marcha. Después de la próxima actualización habrá a qué volver.</translation>
    </message>
    <message>
        <source>%1 goes back to %2</source>
        <translation>%1 vuelve a %2</translation>
    </message>
    <message>
        <source>%1 in the way</source>
        <translation>%1 en contra</translation>
    </message>
    <message>
        <source>%1 to be accepted</source>
        <translation>%1 por aceptar</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bien</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>%1 sin aplicación</translation>
    </message>
    <message>
        <source>%1 checks: %2</source>
        <translation>%1 comprobaciones: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>The versions are being read.</source>
        <translation>Se están leyendo las versiones.</translation>
    </message>
    <message>
        <source>no health yet</source>
        <translation>aún sin salud</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>%1 of %2 not healthy</source>
        <translation>No sanas: %1 de %2</translation>
    </message>
    <message>
        <source>Nothing has to be rolled back</source>
        <translation>No hay nada que deba revertirse</translation>
    </message>
    <message>
        <source>The list may be incomplete. %1</source>
        <translation>La lista puede estar incompleta. %1</translation>
    </message>
    <message>
        <source>%1, %2, project %3</source>
        <comment>cluster, namespace, project</comment>
        <translation>%1, %2, proyecto %3</translation>
    </message>
    <message>
        <source>The dry run of %1 went well; nothing was written.</source>
        <translation>La simulación (dry run) de %1 fue bien; no se escribió nada.</translation>
    </message>
    <message>
        <source>Going back works with the cluster in use; use %1 first.</source>
        <translation>Volver atrás funciona con el clúster en uso; use antes %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many Applications, of how many clusters</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s)</source>
        <translation>
            <numerusform>%n clúster</numerusform>
            <numerusform>%n clústeres</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection is lost</source>
        <translation>Se perdió la conexión</translation>
    </message>
    <message>
        <source>What is shown of it is of %1.</source>
        <translation>Lo que se muestra de él es del %1.</translation>
    </message>
    <message>
        <source>listened to</source>
        <translation>en escucha</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>Some pods have to wait until it is back, since their volumes lie there: %1.</source>
        <translation>Algunos pods tienen que esperar a que vuelva, porque sus volúmenes están allí: %1.</translation>
    </message>
    <message>
        <source>Where that matters, use storage that is there on other nodes and zones too.</source>
        <translation>Donde eso importe, use un almacenamiento que también esté en otros nodos y zonas.</translation>
    </message>
    <message>
        <source>The plan does not let a guard roll %1 back without a person: answer delivery.guard for it and write the bundle again.</source>
        <translation>El plan no deja que un guardián revierta %1 sin una persona: responda delivery.guard para él y escriba de nuevo el paquete.</translation>
    </message>
    <message>
        <source>A guard is watching.</source>
        <translation>Un guardián vigila.</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s) after the deploy: workloads that fail newly, and the query above %1.</source>
        <translation>
            <numerusform>Durante %n minuto tras el despliegue: cargas que empiezan a fallar y la consulta por encima de %1.</numerusform>
            <numerusform>Durante %n minutos tras el despliegue: cargas que empiezan a fallar y la consulta por encima de %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s) after the deploy: workloads that fail newly.</source>
        <translation>
            <numerusform>Durante %n minuto tras el despliegue: cargas que empiezan a fallar.</numerusform>
            <numerusform>Durante %n minutos tras el despliegue: cargas que empiezan a fallar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>A guard watches this deploy for %1 more</source>
        <translation>Un guardián vigila este despliegue durante %1 más</translation>
    </message>
    <message>
        <source>A guard is armed and watches once the deploy is through</source>
        <translation>Un guardián está armado y vigila en cuanto acabe el despliegue</translation>
    </message>
    <message>
        <source>The guard could not watch: nobody knows how the deploy did</source>
        <translation>El guardián no pudo vigilar: no se sabe cómo fue el despliegue</translation>
    </message>
    <message>
        <source>The guard had nothing to watch</source>
        <translation>El guardián no tenía nada que vigilar</translation>
    </message>
    <message>
        <source>The guard saw nothing fail newly</source>
        <translation>El guardián no vio ningún fallo nuevo</translation>
    </message>
    <message>
        <source>The guard went back to the version before, and it is healthy</source>
        <translation>El guardián volvió a la versión anterior, y está sana</translation>
    </message>
    <message>
        <source>The guard went back to the version before, and it is not healthy</source>
        <translation>El guardián volvió a la versión anterior, y no está sana</translation>
    </message>
    <message>
        <source>Something fails newly, and only a person may go back</source>
        <translation>Hay un fallo nuevo, y solo una persona puede revertir</translation>
    </message>
    <message>
        <source>Nobody can look into this cluster from here.</source>
        <translation>Nadie puede mirar dentro de este clúster desde aquí.</translation>
    </message>
    <message>
        <source>It is looked at from outside first.</source>
        <translation>Primero se comprueba desde fuera.</translation>
    </message>
    <message>
        <source>The rollback of %1 was stopped. What has begun goes on; the same rollback goes on from there.</source>
        <translation>La reversión de %1 se detuvo. Lo empezado continúa; la misma reversión sigue desde ahí.</translation>
    </message>
    <message>
        <source>%1 of %2 not healthy yet</source>
        <translation>Aún no sanas: %1 de %2</translation>
    </message>
    <message>
        <source>%1 (Argo CD in %2)</source>
        <translation>%1 (Argo CD en %2)</translation>
    </message>
    <message>
        <source>The operation is being ended.</source>
        <translation>Se está terminando la operación.</translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known whether they are what Git says</source>
        <translation>
            <numerusform>de %n no se sabe si es lo que dice Git</numerusform>
            <numerusform>de %n no se sabe si son lo que dice Git</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be listened to</source>
        <translation>no se puede escuchar</translation>
    </message>
    <message>
        <source>The Application was removed meanwhile. Deploy again if this version is still wanted.</source>
        <translation>Entretanto se eliminó la Application. Despliegue de nuevo si aún quiere esta versión.</translation>
    </message>
    <message>
        <source>Another operation took the place of ours. Deploy again if this version is still wanted.</source>
        <translation>Otra operación ocupó el lugar de la nuestra. Despliegue de nuevo si aún quiere esta versión.</translation>
    </message>
    <message>
        <source>An operation of %1 took the place of ours. Deploy again if this version is still wanted.</source>
        <translation>Una operación de %1 ocupó el lugar de la nuestra. Despliegue de nuevo si aún quiere esta versión.</translation>
    </message>
    <message>
        <source>What it changes is not known: %1</source>
        <translation>No se sabe qué cambia: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n valor</numerusform>
            <numerusform>%n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes nothing</source>
        <translation>No cambia nada</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Cambia %1</translation>
    </message>
    <message>
        <source>There is no %1 in the history; nothing is older than what is deployed.</source>
        <translation>No hay %1 en el historial; no hay nada anterior a lo desplegado.</translation>
    </message>
    <message>
        <source>There is no %1 in the history; the history has: %2.</source>
        <translation>No hay %1 en el historial; el historial tiene: %2.</translation>
    </message>
    <message>
        <source>No rollback paused it, so there is nothing to give back.</source>
        <translation>Ninguna reversión la pausó, así que no hay nada que devolver.</translation>
    </message>
    <message>
        <source>its value is missing: &quot;%1&quot; stands where it should be.</source>
        <translation>falta su valor: en su lugar está «%1».</translation>
    </message>
    <message>
        <source>--option: &quot;%1&quot; is not NAME=VALUE, such as ServerSideApply=true.</source>
        <translation>--option: «%1» no es NAME=VALUE, como ServerSideApply=true.</translation>
    </message>
    <message>
        <source>looking for %1/%2</source>
        <translation>buscar %1/%2</translation>
    </message>
    <message>
        <source>No namespace has it.</source>
        <translation>Ningún namespace lo tiene.</translation>
    </message>
    <message>
        <source>--environments: &quot;%1&quot; names no environment; write NAME,NAME.</source>
        <translation>--environments: «%1» no nombra ningún entorno; escriba NAME,NAME.</translation>
    </message>
    <message>
        <source>--registry-ca: %1 holds no PEM certificate.</source>
        <translation>--registry-ca: %1 no contiene ningún certificado PEM.</translation>
    </message>
    <message>
        <source>--to goes back and --resume-auto-sync ends that: give one of them.</source>
        <translation>--to revierte y --resume-auto-sync lo da por terminado: indique uno de los dos.</translation>
    </message>
    <message>
        <source>What the journal of this machine knows of it is not known: %1</source>
        <translation>No se sabe qué dice de ello el registro de este equipo: %1</translation>
    </message>
    <message>
        <source>Auto-sync is paused; turn it on again with --resume-auto-sync.</source>
        <translation>La sincronización automática está en pausa; reactívela con --resume-auto-sync.</translation>
    </message>
    <message>
        <source>No rollback paused auto-sync of %1, so there was nothing to do.</source>
        <translation>Ninguna reversión pausó la sincronización automática de %1, así que no había nada que hacer.</translation>
    </message>
    <message>
        <source>--accept: there is no rule &quot;%1&quot;; the rules are %2.</source>
        <translation>--accept: no existe la regla «%1»; las reglas son %2.</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
</context>
<context>
    <name>TreeRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>billion parameters</source>
        <translation>miles de millones de parámetros</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>núcleos</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>events/s</source>
        <translation>eventos/s</translation>
    </message>
    <message>
        <source>per GiB and month</source>
        <translation>por GiB y mes</translation>
    </message>
    <message>
        <source>per core and month</source>
        <translation>por núcleo y mes</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>por segundo</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>peticiones/s</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>A continuación: %1</translation>
    </message>
    <message>
        <source>Nothing holds it up: %1.</source>
        <translation>Nada lo retiene: %1.</translation>
    </message>
</context>
<context>
    <name>WizardFooter</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <translation>El paso anterior (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Compare with inventory…</source>
        <translation>Comparar con inventario…</translation>
    </message>
    <message>
        <source>Compare with a bundle…</source>
        <translation>Comparar con un bundle…</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Siguiente: %1</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Derecha</translation>
    </message>
    <message>
        <source>Write the bundle…</source>
        <translation>Escribir el bundle…</translation>
    </message>
</context>
<context>
    <name>WizardView</name>
    <message>
        <source>There is a draft with changes that were not saved</source>
        <translation>Hay un borrador con cambios sin guardar</translation>
    </message>
    <message>
        <source>Go on with the draft</source>
        <translation>Seguir con el borrador</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>Descartar el borrador</translation>
    </message>
</context>
<context>
    <name>WorkloadsCommands</name>
    <message>
        <source>Choose an object first.</source>
        <translation>Elija antes un objeto.</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Filtrar la tabla</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>Show all objects</source>
        <translation>Mostrar todos los objetos</translation>
    </message>
    <message>
        <source>Show what needs attention</source>
        <translation>Mostrar lo que requiere atención</translation>
    </message>
    <message>
        <source>Read the table anew</source>
        <translation>Leer la tabla de nuevo</translation>
    </message>
    <message>
        <source>Show pods</source>
        <translation>Mostrar los pods</translation>
    </message>
    <message>
        <source>Show deployments</source>
        <translation>Mostrar los Deployments</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Mostrar los eventos</translation>
    </message>
    <message>
        <source>YAML of the object</source>
        <translation>YAML del objeto</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Events of the object</source>
        <translation>Eventos del objeto</translation>
    </message>
    <message>
        <source>Log of the object</source>
        <translation>Registro del objeto</translation>
    </message>
    <message>
        <source>It has no pods, so no log.</source>
        <translation>No tiene pods, así que no tiene registro.</translation>
    </message>
    <message>
        <source>Restart it…</source>
        <translation>Reiniciarlo…</translation>
    </message>
    <message>
        <source>Scale it…</source>
        <translation>Escalarlo…</translation>
    </message>
    <message>
        <source>Run it now…</source>
        <translation>Ejecutarlo ahora…</translation>
    </message>
    <message>
        <source>Delete it…</source>
        <translation>Eliminarlo…</translation>
    </message>
</context>
<context>
    <name>WorkloadsView</name>
    <message>
        <source>Workloads</source>
        <translation>Cargas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>YamlJson</name>
    <message>
        <source>reading manifests</source>
        <translation>leer manifiestos</translation>
    </message>
    <message>
        <source>This document has no apiVersion or no kind, so it is no Kubernetes object.</source>
        <translation>Este documento no tiene apiVersion o kind, así que no es un objeto de Kubernetes.</translation>
    </message>
    <message>
        <source>This %1 has no name.</source>
        <translation>Este %1 no tiene nombre.</translation>
    </message>
</context>
<context>
    <name>YamlView</name>
    <message>
        <source>Search in it</source>
        <translation>Buscar en él</translation>
    </message>
    <message>
        <source>Search in the YAML</source>
        <translation>Buscar en el YAML</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>El anterior</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>El siguiente</translation>
    </message>
    <message>
        <source>Show managed fields</source>
        <translation>Mostrar los campos gestionados</translation>
    </message>
    <message>
        <source>Fold managed fields</source>
        <translation>Plegar los campos gestionados</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy the YAML</source>
        <translation>Copiar el YAML</translation>
    </message>
    <message>
        <source>YAML of %1</source>
        <translation>YAML de %1</translation>
    </message>
</context>
</TS>
